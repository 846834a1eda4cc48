import type {
  APIGatewayEventWebsocketRequestContextV2,
  APIGatewayProxyEventV2,
  APIGatewayProxyWebsocketEventV2WithRequestContext,
  APIGatewayRequestAuthorizerEvent,
  Context,
} from 'aws-lambda';

/** The events as API Gateway makes them: https://docs.aws.amazon.com/apigateway, payload format 2.0. */

const API_ID = 'a1b2c3d4e5';
const ACCOUNT = '123456789012';
const STAGE = 'local';
const REQUEST_TIME = '24/Nov/2026:04:09:00 +0000';
const SOURCE_IP = '203.0.113.7';

/** The site whose pages may do anything; `world.ts` puts it into the functions' environment. */
export const OWN_ORIGIN = 'https://chat.example';
export const FOREIGN_ORIGIN = 'https://mallory.example';

export interface HttpRequest {
  readonly query?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  /** In lower case, as an HTTP API hands them on. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  /** Who is at the other end of the connection. */
  readonly address?: string;
}

/**
 * A request to an HTTP API. Its cookies are in a list of their own, and not among the headers.
 * @param route such as `GET /api/people`
 * @param routeKey the route of the API that fits, which for any other path is `$default`
 */
export function httpEvent(
  route: string,
  routeKey: string,
  request: HttpRequest = {},
): APIGatewayProxyEventV2 {
  const [method = '', rawPath = ''] = route.split(' ');
  const { query, cookies, headers = {}, body, isBase64Encoded = false, address = SOURCE_IP } = request;
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {
      accept: '*/*',
      host: `${API_ID}.execute-api.us-east-1.amazonaws.com`,
      'x-forwarded-for': address,
      ...headers,
    },
    requestContext: {
      accountId: ACCOUNT,
      apiId: API_ID,
      domainName: `${API_ID}.execute-api.us-east-1.amazonaws.com`,
      domainPrefix: API_ID,
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: address,
        userAgent: headers['user-agent'] ?? 'curl/8.5.0',
      },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey,
      stage: '$default',
      time: REQUEST_TIME,
      timeEpoch: Date.now(),
    },
    isBase64Encoded,
    ...(cookies && { cookies: [...cookies] }),
    ...(query && { queryStringParameters: { ...query } }),
    ...(body !== undefined && { body }),
  };
}

/** Who a connection is; what the authorizer said, and API Gateway adds to each event of the connection. */
export interface AuthorizerContext {
  readonly person: string;
  readonly session: string;
  readonly principalId?: string;
}

type SocketRequestContext = APIGatewayEventWebsocketRequestContextV2 & {
  readonly authorizer?: AuthorizerContext;
};
export type WebSocketEvent = APIGatewayProxyWebsocketEventV2WithRequestContext<SocketRequestContext> & {
  readonly headers?: Record<string, string>;
};

/** A frame that came over a socket. Its headers were those of the handshake, so there are none. */
export function frameEvent(
  routeKey: string,
  connectionId: string,
  authorizer: AuthorizerContext | undefined,
  body: string,
): WebSocketEvent {
  const context = { ...socketContext(routeKey, 'MESSAGE', connectionId), messageId: 'GXLKJfX4FiACG1w=' };
  return {
    requestContext: { ...context, ...(authorizer && { authorizer }) },
    body,
    isBase64Encoded: false,
  };
}

/** A socket that has been let in and now opens. */
export function connectEvent(connectionId: string, authorizer?: AuthorizerContext): WebSocketEvent {
  return {
    headers: { Host: `${API_ID}.execute-api.us-east-1.amazonaws.com`, Origin: OWN_ORIGIN },
    requestContext: {
      ...socketContext('$connect', 'CONNECT', connectionId),
      ...(authorizer && { authorizer }),
    },
    isBase64Encoded: false,
  };
}

/** A socket that has ended, by whatever end. */
export function disconnectEvent(connectionId: string, authorizer?: AuthorizerContext): WebSocketEvent {
  const context = {
    ...socketContext('$disconnect', 'DISCONNECT', connectionId),
    disconnectStatusCode: 1005,
    disconnectReason: 'Client-side close frame status not set',
  };
  return {
    headers: { Host: `${API_ID}.execute-api.us-east-1.amazonaws.com`, 'x-api-key': '' },
    requestContext: { ...context, ...(authorizer && { authorizer }) },
    isBase64Encoded: false,
  };
}

/** What the authorizer of a WebSocket API is asked at $connect; a WebSocket API keeps the headers' case. */
export function authorizerEvent(headers: Record<string, string>): APIGatewayRequestAuthorizerEvent {
  const event = {
    type: 'REQUEST',
    methodArn: `arn:aws:execute-api:us-east-1:${ACCOUNT}:${API_ID}/${STAGE}/$connect`,
    headers: { Host: 'localhost', Connection: 'upgrade', 'Sec-WebSocket-Version': '13', ...headers },
    queryStringParameters: {},
    stageVariables: {},
    requestContext: socketContext('$connect', 'CONNECT', 'GXLKJfX4FiACG1w='),
  };
  // The types know the authorizers of REST APIs alone, whose event has a path and a method.
  return event as unknown as APIGatewayRequestAuthorizerEvent;
}

/** What Lambda says of the invocation. */
export function lambdaContext(awsRequestId = '6bc28136-xmpl-4365-b021-0ce6b2e64ab0'): Context {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'chat',
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:chat`,
    memoryLimitInMB: '512',
    awsRequestId,
    logGroupName: '/aws/lambda/chat',
    logStreamName: '2026/11/24/[$LATEST]',
    getRemainingTimeInMillis: () => 10_000,
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}

function socketContext(
  routeKey: string,
  eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT',
  connectionId: string,
): SocketRequestContext {
  return {
    routeKey,
    eventType,
    connectionId,
    messageId: '',
    messageDirection: 'IN',
    extendedRequestId: 'GXLKJfX4FiACG1w=',
    requestId: 'GXLKJfX4FiACG1w=',
    requestTime: REQUEST_TIME,
    requestTimeEpoch: Date.now(),
    connectedAt: Date.now(),
    stage: STAGE,
    apiId: API_ID,
    domainName: `${API_ID}.execute-api.us-east-1.amazonaws.com`,
  };
}
