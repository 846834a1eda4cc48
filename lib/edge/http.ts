import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as v from 'valibot';
import type { Session } from '../chat/account-ports.ts';
import { type LogInPlace, useSession } from '../chat/accounts/sessions.ts';
import type { Chat } from '../chat/ports.ts';
import { Refusal } from '../chat/refusal.ts';
import { config } from '../config.ts';
import { ERRORS } from '../protocol/errors.ts';
import type { ErrorAnswer } from '../protocol/rest.ts';
import { API_HEADERS } from './api-headers.ts';
import { callerOf } from './caller.ts';
import { deviceOf } from './device.ts';
import { knownDevice } from './device-cookie.ts';
import { failureOf } from './failure.ts';
import { inTurns } from './in-turns.ts';
import { type Invocation, type InvocationContext, invoking, type Received } from './invocation.ts';
import { header, refuseOtherSites } from './origin.ts';
import { parseAs, parseJson } from './parse.ts';
import { claimedSession } from './session-cookie.ts';
import type { CookieSettings } from './signed-cookie.ts';

export type HttpEvent = APIGatewayProxyEventV2;
export type HttpAnswer = APIGatewayProxyStructuredResultV2;

/** Why a request was refused, and with which status, is in the answer; what is ours to know is in the log. */
type HttpRequest = middy.Request<HttpEvent, HttpAnswer, Error, InvocationContext>;

/** The function behind an HTTP route: refuses other sites, answers errors, and writes one line per request. */
export function httpRoute(handle: (event: HttpEvent, invocation: Invocation) => Promise<HttpAnswer>) {
  const handleInTurn = inTurns(handle);
  const route = middy<HttpEvent, HttpAnswer, Error, InvocationContext>()
    .use({ after: logRequest, onError: logRequest })
    .use({ onError: answerError })
    .use({
      before: ({ event }) =>
        refuseOtherSites(event.requestContext.http.method, event.headers, config.allowedOrigins),
    })
    .handler((event, { invocation }) => handleInTurn(event, invocation));
  return invoking(route, received);
}

/** @throws Refusal `unsupported-media-type`, `too-large`, `invalid-json`, `invalid-request` */
export function bodyOf<Schema extends v.GenericSchema>(
  event: HttpEvent,
  schema: Schema,
): v.InferOutput<Schema> {
  // A form of another site can't send this type, so it guards against forgery, too.
  const type = header(event.headers, 'content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Refusal('unsupported-media-type');
  const body = event.body ?? '';
  const text = event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  return parseAs(schema, parseJson(text));
}

/** @throws Refusal `invalid-request` */
export function queryOf<Schema extends v.GenericSchema>(
  event: HttpEvent,
  schema: Schema,
): v.InferOutput<Schema> {
  return parseAs(schema, event.queryStringParameters ?? {});
}

/**
 * Whose session the request's cookie is, and so whom the invocation is for.
 * @throws Refusal `not-signed-in`
 */
export async function sessionOf(
  event: HttpEvent,
  chat: Pick<Chat, 'sessions' | 'clock'>,
  settings: CookieSettings,
  invocation: Invocation,
): Promise<Session> {
  const session = await useSession(chat, claimedSession(event.cookies ?? [], settings));
  invocation.isFor(session.person);
  return session;
}

/** Where somebody logs in: on which device, and which session its browser has had so far. */
export function logInPlaceOf(event: HttpEvent, settings: CookieSettings): LogInPlace {
  const device = deviceOf(header(event.headers, 'user-agent'));
  const known = knownDevice(event.cookies ?? [], settings);
  try {
    return { device, known, former: claimedSession(event.cookies ?? [], settings) };
  } catch (error) {
    if (error instanceof Refusal) return { device, known };
    throw error;
  }
}

/** @param cookies Set-Cookie values */
export function answer(statusCode: number, body?: object, cookies: string[] = []): HttpAnswer {
  const headers = { 'content-type': 'application/json', ...API_HEADERS };
  return { statusCode, headers, cookies, body: body === undefined ? '' : JSON.stringify(body) };
}

function received(event: HttpEvent): Received {
  const { requestId, timeEpoch } = event.requestContext;
  return {
    event: 'request',
    route: event.routeKey,
    gatewayRequestId: requestId,
    caller: callerOf(event, config.cdnSecret),
    at: timeEpoch,
  };
}

function answerError(request: HttpRequest): void {
  const error = failureOf(request.error, request.context.invocation);
  const response = answer(ERRORS[error.code].status, { error } satisfies ErrorAnswer);
  const headers = error.retryAfter !== undefined && { 'retry-after': `${error.retryAfter}` };
  request.response = { ...response, headers: { ...response.headers, ...headers } };
}

function logRequest({ context: { invocation }, response }: HttpRequest): void {
  invocation.end({ status: response?.statusCode });
}
