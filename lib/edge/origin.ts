import { Refusal } from '../chat/refusal.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** A header's value whatever the case of its name: HTTP APIs lower it, WebSocket APIs keep it. */
export function header(headers: Headers | undefined, name: string): string | undefined {
  const key = Object.keys(headers ?? {}).find((candidate) => candidate.toLowerCase() === name);
  return key === undefined ? undefined : headers?.[key];
}

/**
 * Refuses what a page of another site has a browser send. Clients that are no browsers send no Origin; they have no
 * cookie or ticket that could be abused either.
 * @throws Refusal `foreign-origin`
 */
export function requireOwnOrigin(headers: Headers | undefined, allowedOrigins: readonly string[]): void {
  const origin = header(headers, 'origin');
  if (origin !== undefined && !allowedOrigins.includes(origin)) throw new Refusal('foreign-origin');
}

/**
 * Refuses a request that a browser sends for another site, by whichever of two signs it gives: the Origin, and what it
 * says itself of who asks (Fetch Metadata). Beside it stands what a person does at the browser, such as to open an
 * address: that may read, and change nothing.
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 * @throws Refusal `foreign-origin`
 */
export function refuseOtherSites(
  method: string,
  headers: Headers | undefined,
  allowedOrigins: readonly string[],
): void {
  requireOwnOrigin(headers, allowedOrigins);
  const site = header(headers, 'sec-fetch-site');
  if (site === undefined || site === 'same-origin') return;
  const isOpenedByPerson =
    site === 'none' && method === 'GET' && header(headers, 'sec-fetch-mode') === 'navigate';
  if (!isOpenedByPerson) throw new Refusal('foreign-origin');
}
