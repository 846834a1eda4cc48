import type { Agent, RequestOptions } from 'node:http';
import { type AwsCredentials, signedHeaders } from '../aws/signed-headers.ts';
import type { Tracing } from '../tracing/xray.ts';

/** Once more after a throttle, a 5xx or a connection that broke, within the same time. */
const MAX_ATTEMPTS = 2;

/** Connections stay open from one invocation to the next: another handshake would take longer than a post. */
const agents: { http?: Agent; https?: Agent } = {};

export interface ManagementApiSettings {
  /** `https://…/<stage>` */
  readonly endpoint: string;
  readonly region: string;
  /** Those of the environment, if left out. */
  readonly credentials?: AwsCredentials | undefined;
  readonly tracing?: Tracing | undefined;
}

/** What is asked of a connection: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html */
export interface ConnectionRequest {
  readonly method: 'POST' | 'DELETE';
  readonly connectionId: string;
  readonly body?: string;
  /** How long all tries may take together. */
  readonly timeoutMs: number;
}

/** Answers the status; undefined if none came in time. */
export type ManagementApi = (request: ConnectionRequest) => Promise<number | undefined>;

/** As X-Ray shows them, and AWS's own client calls them. */
const CLIENT = 'ApiGatewayManagementApiClient';
const COMMANDS = { POST: 'PostToConnectionCommand', DELETE: 'DeleteConnectionCommand' };

/** The status was one that means that it was not done. */
class NotDone extends Error {
  override readonly name = 'NotDone';
  readonly $metadata: { readonly httpStatusCode: number | undefined; readonly attempts: number };

  constructor(httpStatusCode: number | undefined, attempts: number) {
    super(`${httpStatusCode}`);
    this.$metadata = { httpStatusCode, attempts };
  }
}

/**
 * The Management API of an API Gateway stage, or of serverless-offline. A signed request of its own in place of AWS's client:
 * that one is a tenth of a bundle, and takes half a millisecond of a processor for each post.
 */
export function managementApi({
  endpoint,
  region,
  credentials,
  tracing,
}: ManagementApiSettings): ManagementApi {
  const ask = async ({ input }: { input: ConnectionRequest }) => {
    const { method, connectionId, body, timeoutMs } = input;
    const address = new URL(`${endpoint}/@connections/${encodeURIComponent(connectionId)}`);
    const signal = AbortSignal.timeout(timeoutMs);
    let status: number | undefined;
    let attempts = 0;
    do {
      attempts += 1;
      const content = body === undefined ? {} : { body };
      const headers = await signedHeaders({
        service: 'execute-api',
        region,
        method,
        address,
        credentials,
        ...content,
      });
      status = await send(address, { method, headers, signal }, body).catch(() => undefined);
    } while (isWorthAnotherTry(status) && attempts < MAX_ATTEMPTS && !signal.aborted);
    if (status === undefined || status >= 300) throw new NotDone(status, attempts);
    return { output: { $metadata: { httpStatusCode: status, attempts } } };
  };

  return async (request) => {
    const context = { clientName: CLIENT, commandName: COMMANDS[request.method] };
    const traced = tracing?.(ask, context) ?? ask;
    try {
      return (await traced({ input: request })).output.$metadata.httpStatusCode;
    } catch (error) {
      if (error instanceof NotDone) return error.$metadata.httpStatusCode;
      throw error;
    }
  };
}

function isWorthAnotherTry(status = 500): boolean {
  return status === 429 || status >= 500;
}

/** The status, when all of the answer is there: the connection is free again then. */
async function send(
  address: URL,
  options: RequestOptions,
  body: string | undefined,
): Promise<number | undefined> {
  const { request, agent } = await connectionsOver(address.protocol === 'https:' ? 'https' : 'http');
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const sent = request(address, { ...options, agent }, (response) => {
    response
      .once('end', () => resolve(response.statusCode))
      .once('error', reject)
      .resume();
  });
  sent.once('error', reject).end(body);
  return promise;
}

/** Loaded by the first request: it is a quarter of what a function takes to load. DynamoDB's client does the same. */
async function connectionsOver(protocol: 'http' | 'https') {
  const { request, Agent } = protocol === 'https' ? await import('node:https') : await import('node:http');
  agents[protocol] ??= new Agent({ keepAlive: true });
  return { request, agent: agents[protocol] };
}
