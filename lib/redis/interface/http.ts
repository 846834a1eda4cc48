import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { API_HEADERS } from '../../edge/api-headers.ts';
import { ERRORS, type ErrorBody } from '../../protocol/errors.ts';
import type { ErrorAnswer } from '../../protocol/rest.ts';
import { type Dispatch, NotHandled } from './dispatch.ts';
import type { GatewayLimits } from './limits.ts';

/** So many times the largest body is read, before one that is too large is cut off. */
const READ_ON = 10;

/** Answers a request with what its handler says. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  dispatch: Dispatch,
  { maxBodyBytes }: Pick<GatewayLimits, 'maxBodyBytes'>,
): Promise<void> {
  const body = await bodyOf(request, maxBodyBytes);
  if (body === undefined) {
    return answerError(response, { code: 'too-large', message: ERRORS['too-large'].message });
  }
  try {
    const result = (await dispatch({ kind: 'http', event: httpEvent(request, body) })) as HttpResult;
    const { statusCode = 200, headers = {}, cookies = [], body: answer = '', isBase64Encoded } = result;
    response
      .writeHead(statusCode, { ...headers, 'set-cookie': cookies } as Record<string, string[]>)
      .end(isBase64Encoded ? Buffer.from(answer, 'base64') : answer);
  } catch (error) {
    if (!(error instanceof NotHandled)) throw error;
    answerError(response, error.answer);
  }
}

type HttpResult = APIGatewayProxyStructuredResultV2;

function answerError(response: ServerResponse, error: ErrorBody): void {
  const answer: ErrorAnswer = { error };
  response
    .writeHead(ERRORS[error.code].status, { 'content-type': 'application/json', ...API_HEADERS })
    .end(JSON.stringify(answer));
}

/**
 * The whole body; undefined if it is larger than it may be. Then it is read on all the same, and forgotten: who still
 * writes when the connection ends never gets to read why. Of what has no end, that holds up to a bound.
 */
async function bodyOf(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes <= maxBytes) chunks.push(chunk as Buffer);
    else chunks.length = 0;
    if (bytes > maxBytes * READ_ON) return undefined;
  }
  return bytes <= maxBytes ? Buffer.concat(chunks) : undefined;
}

/** The request as an HTTP API hands it to its functions: payload format 2.0. */
export function httpEvent(request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 {
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const { cookie, ...headers } = flat(request.headers);
  const query = Object.fromEntries(searchParams);
  const now = Date.now();
  return {
    version: '2.0',
    routeKey: '',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers,
    ...(cookie !== undefined && { cookies: cookie.split(';').map((one) => one.trim()) }),
    ...(searchParams.size > 0 && { queryStringParameters: query }),
    ...(body.length > 0 && { body: body.toString('utf8') }),
    isBase64Encoded: false,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: headers.host ?? '',
      domainPrefix: '',
      http: {
        method: request.method ?? 'GET',
        path: pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: '',
      routeKey: '',
      stage: '$default',
      time: new Date(now).toISOString(),
      timeEpoch: now,
    },
  };
}

/** Each header once, as API Gateway has them. */
export function flat(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
}
