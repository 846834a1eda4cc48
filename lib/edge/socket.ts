import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as v from 'valibot';
import type { ConnectionIdentity } from '../chat/connection-ports.ts';
import type { FrameLimit } from '../chat/frame-limit.ts';
import type { ErrorFrame, ServerFrame } from '../protocol/server-frames.ts';
import { failureOf } from './failure.ts';
import { inTurns } from './in-turns.ts';
import { type Invocation, type InvocationContext, invoking, type Received } from './invocation.ts';
import { parseAs, parseJson } from './parse.ts';

/** API Gateway's event for a route of a WebSocket API; `authorizer` is the context that ours returned at $connect. */
export interface SocketEvent {
  readonly body?: unknown;
  readonly headers?: Record<string, string | undefined>;
  readonly requestContext: {
    readonly connectionId: string;
    readonly eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
    readonly routeKey: string;
    readonly requestTimeEpoch: number;
    readonly requestId?: string;
    readonly authorizer?: { readonly person?: string; readonly session?: string } | null;
  };
}

export type SocketAnswer = APIGatewayProxyStructuredResultV2;

const NO_ANSWER: SocketAnswer = { statusCode: 200 };

/** Of a frame that costs nothing but its answer. */
export const letAllThrough: FrameLimit = async () => {};

type SocketRequest = middy.Request<SocketEvent, SocketAnswer, Error, InvocationContext>;

type Handle<Schema extends v.GenericSchema, Answer> = (
  frame: v.InferOutput<Schema>,
  connection: ConnectionIdentity,
  invocation: Invocation,
) => Promise<Answer>;

/**
 * The function behind a route for frames: lets it through if its person's do not come too fast, parses it, and answers
 * with one frame or an `error`. A refusal leaves the socket open.
 */
export function frameRoute<Schema extends v.GenericSchema>(
  letThrough: FrameLimit,
  schema: Schema,
  handle: Handle<Schema, ServerFrame>,
) {
  return socketRoute(answerError, async (event, invocation) => {
    const sender = identityOf(event);
    await letThrough(sender.person);
    return answer(await handle(parseAs(schema, parseJson(event.body)), sender, invocation));
  });
}

/** The function behind a route for frames that nobody answers, whatever becomes of them. */
export function silentRoute<Schema extends v.GenericSchema>(
  letThrough: FrameLimit,
  schema: Schema,
  handle: Handle<Schema, void>,
) {
  return socketRoute(answerNothing, async (event, invocation) => {
    const sender = identityOf(event);
    await letThrough(sender.person);
    await handle(parseAs(schema, parseJson(event.body)), sender, invocation);
    return NO_ANSWER;
  });
}

/**
 * The function behind $connect or $disconnect. It runs only for the gateway's own event: a client may well send a
 * frame whose action is `$connect`.
 */
export function lifecycleRoute(
  eventType: 'CONNECT' | 'DISCONNECT',
  handle: (connection: ConnectionIdentity, invocation: Invocation) => Promise<void>,
  headers: Record<string, string> = {},
) {
  return socketRoute(tellNobody, async (event, invocation) => {
    if (event.requestContext.eventType === eventType) await handle(identityOf(event), invocation);
    return { statusCode: 200, headers };
  });
}

/** @param onError what is made of an error; where that is no response, the gateway makes a refusal of it */
function socketRoute(
  onError: (request: SocketRequest) => void,
  handle: (event: SocketEvent, invocation: Invocation) => Promise<SocketAnswer>,
) {
  const handleInTurn = inTurns(handle);
  const route = middy<SocketEvent, SocketAnswer, Error, InvocationContext>()
    .use({ after: logFrame, onError: logFrame })
    .use({ onError })
    .handler((event, { invocation }) => handleInTurn(event, invocation));
  return invoking(route, received);
}

function received({ requestContext }: SocketEvent): Received {
  const { routeKey, requestId, connectionId, authorizer, requestTimeEpoch } = requestContext;
  return {
    event: 'frame',
    route: routeKey,
    gatewayRequestId: requestId,
    connectionId,
    person: authorizer?.person,
    at: requestTimeEpoch,
  };
}

/** Who sends is known from the connection alone, never from the frame. */
function identityOf({ requestContext: { connectionId, authorizer } }: SocketEvent): ConnectionIdentity {
  if (!authorizer?.person || !authorizer.session)
    throw new Error('The connection has no authorizer context.');
  return { connectionId, person: authorizer.person, session: authorizer.session };
}

function answer(frame: ServerFrame): SocketAnswer {
  return { statusCode: 200, body: JSON.stringify(frame) };
}

function answerError(request: SocketRequest): void {
  const error = failureOf(request.error, request.context.invocation);
  const frame: ErrorFrame = { action: 'error', id: idOf(request.event.body), ...error };
  request.response = answer(frame);
}

/** The refusal is in the log alone. */
function answerNothing(request: SocketRequest): void {
  tellNobody(request);
  request.response = NO_ANSWER;
}

function tellNobody({ error, context }: SocketRequest): void {
  failureOf(error, context.invocation);
}

/** The id of the frame that is refused, as far as it can be read. */
function idOf(body: unknown): string | null {
  try {
    const { id } = Object(parseJson(body));
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

function logFrame({ context: { invocation } }: SocketRequest): void {
  invocation.end();
}
