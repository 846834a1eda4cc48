import { type AwsCredentials, signedHeaders } from '../aws/signed-headers.ts';

/** The Management API of an API Gateway stage, or of serverless-offline. */
export interface ManagementApi {
  /** `https://…/<stage>` */
  readonly endpoint: string;
  readonly region: string;
  /** Those of the environment, if left out. */
  readonly credentials?: AwsCredentials | undefined;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html */
export interface ConnectionRequest {
  readonly method: 'POST' | 'DELETE';
  readonly connectionId: string;
  readonly body?: string;
  readonly timeoutMs: number;
}

/**
 * One signed request about a connection, for functions that close sockets, or tell devices of something now and then, and
 * have no room for AWS's client, which api-gateway.ts has for messages.
 * @returns the status; undefined if none came in time
 */
export async function askManagementApi(
  { endpoint, region, credentials }: ManagementApi,
  { method, connectionId, body, timeoutMs }: ConnectionRequest,
): Promise<number | undefined> {
  const address = new URL(`${endpoint}/@connections/${encodeURIComponent(connectionId)}`);
  const content = body === undefined ? {} : { body };
  try {
    const headers = await signedHeaders({
      service: 'execute-api',
      ...{ region, method, address, credentials },
      ...content,
    });
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(address, { method, headers, ...content, signal });
    await response.body?.cancel();
    return response.status;
  } catch {
    // Whatever it is: who asks has to do without it.
    return undefined;
  }
}
