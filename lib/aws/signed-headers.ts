import { fromEnv } from '@aws-sdk/credential-provider-env';
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';

/** A request to one of AWS's services, for which its client would be most of a bundle. */
export interface AwsRequest {
  /** As signatures name it, such as `ssm`. */
  readonly service: string;
  readonly region: string;
  readonly method: 'POST' | 'DELETE';
  readonly address: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Those of the environment, if left out. */
  readonly credentials?: AwsCredentials | undefined;
}

/** What tells whose credentials to sign with. */
export type AwsCredentials = ReturnType<typeof fromEnv>;

/** The headers with which `fetch` sends the request so that AWS takes it, as whom the environment says. */
export async function signedHeaders(request: AwsRequest): Promise<Record<string, string>> {
  const { service, region, method, address, headers: own = {}, body, credentials = fromEnv() } = request;
  const { hostname, port, host, pathname, protocol } = address;
  const signer = new SignatureV4({ credentials, region, service, sha256: Sha256 });
  const { headers } = await signer.sign({
    method,
    protocol,
    hostname,
    ...(port && { port: Number(port) }),
    path: pathname,
    headers: { host, ...own },
    ...(body !== undefined && { body }),
  });
  // fetch sets it itself, and takes no other.
  const { host: _, ...sent } = headers;
  return sent;
}
