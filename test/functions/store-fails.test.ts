import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { API_HEADERS } from '../../lib/edge/api-headers.ts';
import { sessionCookie } from '../../lib/edge/session-cookie.ts';
import { dynamodbEnvironment } from '../../scripts/local/dynamodb.ts';
import { pushDevice } from '../../scripts/push-service/push-device.ts';
import { sessionOf } from '../support/sessions.ts';
import { metricsIn } from './embedded-metrics.ts';
import { authorizerEvent, connectEvent, disconnectEvent, frameEvent, lambdaContext } from './events.ts';
import { DETAIL, startFailingDynamodb } from './failing-dynamodb.ts';
import { jsonRequest, offering } from './person.ts';
import {
  functionsEnvironment,
  type LoadedFunctions,
  loadFunctions,
  SESSION_SECRET,
  setEnvironment,
} from './world.ts';

const SETTINGS = { sessionSecrets: [SESSION_SECRET], cookieSecure: false };
const PASSWORD = 'the password of alice';
const SUBSCRIPTION = pushDevice('https://fcm.googleapis.com/fcm/send/x').subscription();
const ALICE = { person: 'alice', session: 's1' };
const NO_MORE_THAN_THAT = { code: 'internal', message: 'Something went wrong on our side; try again.' };

let dynamodb: Awaited<ReturnType<typeof startFailingDynamodb>>;
let functions: LoadedFunctions;

beforeAll(async () => {
  dynamodb = await startFailingDynamodb();
  setEnvironment({
    ...dynamodbEnvironment(dynamodb.endpoint),
    // Nothing listens there; nothing gets as far either.
    ...functionsEnvironment('http://127.0.0.1:9'),
  });
  functions = await loadFunctions();
});

afterAll(async () => {
  functions?.log.release();
  await dynamodb?.stop();
});

/** Lines of what went wrong, which are for us alone. */
function errors() {
  return functions.log.lines().filter(({ level }) => level === 'error');
}

/** Has an event fail, and tells the line of its invocation. */
async function lineOf(failing: () => Promise<unknown>) {
  const before = functions.log.lines().length;
  await failing();
  const [line, ...more] = functions.log
    .lines()
    .slice(before)
    .filter(({ level }) => level === 'info');
  expect(more).toEqual([]);
  return line ?? {};
}

describe('when the store fails', () => {
  const session = sessionOf('alice', 's1', { createdAt: Date.now() });
  const [cookie = ''] = sessionCookie(session, Date.now(), SETTINGS).split(';');
  const signedIn = { cookies: [cookie] };
  const credentials = { name: 'alice', password: PASSWORD };

  test.each([
    ['POST /api/register', jsonRequest(credentials)],
    ['POST /api/log-in', jsonRequest(credentials)],
    ['POST /api/log-out', jsonRequest({}, signedIn)],
    ['POST /api/ticket', jsonRequest({}, signedIn)],
    ['POST /api/subscribe-push', jsonRequest(SUBSCRIPTION, signedIn)],
    ['POST /api/unsubscribe-push', jsonRequest({ endpoint: SUBSCRIPTION.endpoint }, signedIn)],
    ['GET /api/bootstrap', signedIn],
    ['GET /api/people', signedIn],
    ['GET /api/conversations', signedIn],
    ['GET /api/entries', { ...signedIn, query: { with: 'bob' } }],
  ])('%s answers with a 500 that says no more', async (route, request) => {
    const before = errors().length;
    const answer = await functions.request(route, request);
    expect(answer).toEqual({
      status: 500,
      headers: { 'content-type': 'application/json', ...API_HEADERS },
      cookies: [],
      body: { error: NO_MORE_THAN_THAT },
    });
    // The reason is in the log, under the id of the invocation.
    expect(errors().slice(before)).toEqual([
      expect.objectContaining({ message: DETAIL, requestId: lambdaContext().awsRequestId }),
    ]);
  });

  test.each([
    ['send-message', { to: 'bob', after: 0, messages: [{ clientId: 'm1', text: 'A text for bob alone' }] }],
    ['ping', {}],
  ] as const)('%s is answered with an error that says no more', async (action, fields) => {
    const text = JSON.stringify({ action, id: 'f1', ...fields });
    functions.log.keepSecretsOf(text);
    const before = errors().length;
    const event = frameEvent(action, 'c1', ALICE, text);
    const { statusCode, body = '' } = await functions.socketRoutes[action](event, lambdaContext());
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual({ action: 'error', id: 'f1', ...NO_MORE_THAN_THAT });
    expect(errors().slice(before)).toEqual([expect.objectContaining({ message: DETAIL })]);
  });

  test('nobody is let in: API Gateway takes an authorizer that throws for a 500', async () => {
    await expect(functions.authorizer(authorizerEvent(offering('some-ticket')))).rejects.toThrow(DETAIL);
  });

  test('no socket opens', async () => {
    const opening = functions.socketRoutes.$connect(connectEvent('c1', ALICE), lambdaContext());
    await expect(opening).rejects.toThrow(DETAIL);
    const closing = functions.socketRoutes.$disconnect(disconnectEvent('c1', ALICE), lambdaContext());
    await expect(closing).rejects.toThrow(DETAIL);
  });

  test('the line of each invocation counts it, beside one that has the reason', async () => {
    const before = errors().length;
    const context = lambdaContext();
    const { $connect, $disconnect, ping } = functions.socketRoutes;
    const lines = [
      await lineOf(() => functions.request('GET /api/people', signedIn)),
      await lineOf(() => ping(frameEvent('ping', 'c1', ALICE, '{"action":"ping","id":"f1"}'), context)),
      await lineOf(() => expect($connect(connectEvent('c1', ALICE), context)).rejects.toThrow()),
      await lineOf(() => expect($disconnect(disconnectEvent('c1', ALICE), context)).rejects.toThrow()),
      await lineOf(() => expect(functions.authorizer(authorizerEvent(offering('x')))).rejects.toThrow()),
    ];
    expect(lines.map(({ event, route, refused }) => [event, route, refused])).toEqual([
      ['request', 'GET /api/people', 'internal'],
      ['frame', 'ping', 'internal'],
      ['frame', '$connect', 'internal'],
      ['frame', '$disconnect', 'internal'],
      ['handshake', '$connect', 'internal'],
    ]);
    expect(lines.map(metricsIn)).toEqual(lines.map(() => ({ InternalErrors: 1 })));
    const { awsRequestId: requestId } = context;
    expect(errors().slice(before)).toMatchObject(lines.map(() => ({ requestId, message: DETAIL })));
  });

  test('the log has what went wrong, but no password, cookie or text', () => {
    functions.log.expectNoSecrets();
    expect(errors()).not.toEqual([]);
  });
});
