import { header } from './origin.ts';

interface Request {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly requestContext: { readonly http: { readonly sourceIp?: string } };
}

/** The header by which the CDN before the API shows that it is ours: nobody else knows its value. */
const FROM_CDN = 'x-from-cdn';

/** Loopback, private and link-local networks: whoever connects from there is a proxy of ours, or somebody at home. */
const INSIDE = /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd]|fe[89ab])/;

/**
 * The IP address of whoever sent a request, as far as somebody trustworthy has seen it: the CDN, which API Gateway notes
 * behind it; a proxy beside us; or our own socket. What stands further to the left in `x-forwarded-for` anybody may have
 * written there.
 * @param cdnSecret what the CDN adds to what it passes on; undefined where there is none
 */
export function clientAddress(
  { headers, requestContext }: Request,
  cdnSecret: string | undefined,
): string | undefined {
  const address = plain(requestContext.http.sourceIp);
  const hops = (header(headers, 'x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const comesFromCdn = cdnSecret !== undefined && header(headers, FROM_CDN) === cdnSecret;
  const seen = comesFromCdn ? hops.at(-2) : INSIDE.test(address) ? hops.at(-1) : undefined;
  return plain(seen) || address || undefined;
}

/** Without what marks an IPv4 address on a socket for both. */
function plain(address = ''): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
}
