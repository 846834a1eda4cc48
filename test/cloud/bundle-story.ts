import { fileURLToPath } from 'node:url';
import type { Context } from 'aws-lambda';
import type { SubscribePushBody } from '../../lib/protocol/push-subscription.ts';
import {
  type AuthorizerContext,
  authorizerEvent,
  connectEvent,
  disconnectEvent,
  frameEvent,
  type HttpRequest,
  httpEvent,
  lambdaContext,
  OWN_ORIGIN,
} from '../functions/events.ts';
import { codeInApp } from '../support/authenticator.ts';
import { passkeyDevice } from '../support/passkey-device.ts';
import { png } from '../support/pictures.ts';

/**
 * Has each bundle answer once, as Lambda would: in a Node of its own, with nothing from node_modules.
 *
 * `node bundle-story.ts <folder of the bundles> <address of a recorder> <subscriptions> <one that is gone>` prints as its last line what each of them answered, as JSON.
 */

type Handler = (event: unknown, context: Context) => Promise<Record<string, unknown>>;

/** Time goes on by leaps: a session's use is noted only when some of it has passed. The bundles keep this function. */
const now = Date.now;
let leaptMs = 0;
Date.now = () => now() + leaptMs;
const minutesLater = (minutes: number) => {
  leaptMs += minutes * 60_000;
};
const anHourLater = () => minutesLater(61);

const folder = process.argv[2] ?? '';
const answers: Record<string, unknown> = {};

/** A bundle looks up where AWS is when it asks for something for the first time; each gets an address of its own. */
const recorder = process.argv[3] ?? '';

const [devices, goneDevice] = process.argv.slice(4).map((argument) => JSON.parse(argument)) as [
  SubscribePushBody[],
  SubscribePushBody,
];

async function bundled(name: string): Promise<Handler> {
  process.env.AWS_ENDPOINT_URL_DYNAMODB = `${recorder}/${name}`;
  process.env.AWS_ENDPOINT_URL_SSM = `${recorder}/${name}`;
  process.env.CONNECTIONS_ENDPOINT = `${recorder}/${name}`;
  return ((await import(`${folder}/${name}.mjs`)) as { handler: Handler }).handler;
}

async function http(name: string, route: string, request: HttpRequest) {
  const headers = { 'content-type': 'application/json', origin: OWN_ORIGIN };
  const answer = await (await bundled(`http/${name}`))(
    httpEvent(route, route, { headers, ...request }),
    lambdaContext(),
  );
  answers[`http/${name}`] = answer.statusCode;
  return { body: JSON.parse((answer.body as string) || '{}'), cookies: answer.cookies as string[] };
}

/** What is refused as one too many is asked here, and does not count as what the bundle answered. */
async function oneTooMany(name: string, event: object) {
  const answer = await (await bundled(name))(event, lambdaContext());
  if (!JSON.stringify(answer).includes('too-many')) throw new Error(`${name}: ${JSON.stringify(answer)}`);
}

async function socket(name: string, event: object) {
  const answer = await (await bundled(`ws/${name}`))(event, lambdaContext());
  answers[`ws/${name}`] = answer.body ? JSON.parse(answer.body as string).action : answer.statusCode;
}

/** So that what is done at a limit is done in a few frames. */
process.env.LIMITS =
  'framesUntold=1,framesPerMinute=1000,newConversationsPerDay=1,accountsPerHourAndAddress=3';

/** As one whose request was cut off when it had begun. */
async function leftLongAgo(name: string): Promise<void> {
  await fetch(`${recorder}/the/story`, {
    method: 'POST',
    headers: {
      'x-amz-target': 'DynamoDB_20120810.UpdateItem',
      'content-type': 'application/x-amz-json-1.0',
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({
      TableName: process.env.PEOPLE_TABLE,
      Key: { person: { S: name }, record: { S: 'profile' } },
      UpdateExpression: 'SET directory = :leaving, leavingSince = :since REMOVE displayName, passwordHash',
      ExpressionAttributeValues: { ':leaving': { S: 'leaving' }, ':since': { N: '1' } },
    }),
  });
}

const password = 'the password of alice';
process.env.PASSWORD_COST = '4';
const registration = (name: string) => ({ body: JSON.stringify({ name, password }) });
await http('register', 'POST /api/register', registration('bob'));
await http('register', 'POST /api/register', registration('carol'));
await http('register', 'POST /api/register', registration('alice'));
const headers = { 'content-type': 'application/json', origin: OWN_ORIGIN };
const fourth = { headers, ...registration('dave') };
await oneTooMany('http/register', httpEvent('POST /api/register', 'POST /api/register', fourth));
// Raised since, for whoever logs in now.
process.env.PASSWORD_COST = '5';
const signIn = async (name: string, former: string[] = [], code: { code?: string } = {}) => {
  const body = JSON.stringify({ name, password, ...code });
  const { cookies } = await http('log-in', 'POST /api/log-in', { body, cookies: former });
  return { cookies: cookies.map((cookie) => cookie.split(';')[0] ?? '') };
};
const signedIn = await signIn('alice');

// More devices than alice may have: the oldest goes. Of bob's, one is there and one is gone.
const asBob = await signIn('bob');
for (const device of devices) {
  await http('subscribe-push', 'POST /api/subscribe-push', { ...signedIn, body: JSON.stringify(device) });
}
for (const device of [devices[0], goneDevice]) {
  await http('subscribe-push', 'POST /api/subscribe-push', { ...asBob, body: JSON.stringify(device) });
}

const { body } = await http('ticket', 'POST /api/ticket', { ...signedIn, body: '{}' });
const authorizer = await bundled('ws/authorizer');
const offer = { Origin: OWN_ORIGIN, 'Sec-WebSocket-Protocol': `chat.v1, ticket.${body.ticket}` };
const verdict = await authorizer(authorizerEvent(offer), lambdaContext());
const { context } = verdict as { context?: AuthorizerContext };
answers['ws/authorizer'] = context?.person;

const frame = (action: string, fields: object = {}) =>
  frameEvent(action, 'c1', context, JSON.stringify({ action, id: 'f1', ...fields }));
const messages = [{ clientId: 'm1', text: 'Hello' }];
await socket('connect', connectEvent('c1', context));
await socket('connect', connectEvent('a-second-device', context));
await socket('connect', connectEvent('a-device-that-is-gone', context));
await socket('ping', frame('ping'));
await socket('send-message', frame('send-message', { to: 'bob', after: 0, messages }));
await oneTooMany('ws/send-message', frame('send-message', { to: 'carol', after: 0, messages }));

// Bob comes, and has the conversation open on two devices, of which one is gone.
const { body: bobsTicket } = await http('ticket', 'POST /api/ticket', { ...asBob, body: '{}' });
const bobsOffer = { Origin: OWN_ORIGIN, 'Sec-WebSocket-Protocol': `chat.v1, ticket.${bobsTicket.ticket}` };
const { context: bobs } = (await authorizer(authorizerEvent(bobsOffer), lambdaContext())) as {
  context?: AuthorizerContext;
};
const bobsFrame = (action: string, fields: object = {}, connectionId = 'c2') =>
  frameEvent(action, connectionId, bobs, JSON.stringify({ action, id: 'f1', ...fields }));
const GONE = 'a-device-that-is-gone';
const bobsGoneDeviceWatches = async () => {
  await socket('connect', connectEvent(GONE, bobs));
  await socket('watch', bobsFrame('watch', { with: 'alice' }, GONE));
};
await socket('connect', connectEvent('c2', bobs));
await socket('change-side', bobsFrame('change-side', { with: 'alice', accepted: true }));
for (const name of ['alice', 'carol', 'alice']) await socket('watch', bobsFrame('watch', { with: name }));
await bobsGoneDeviceWatches();
await socket('connect', connectEvent('a-third-device', context));
await bobsGoneDeviceWatches();
await socket('typing', frameEvent('typing', 'c1', context, JSON.stringify({ action: 'typing', to: 'bob' })));
await socket('watch', frame('watch', { with: 'bob' }));
await socket('ping', frame('ping'));

// Each of these finds one of alice's own devices gone.
const ABOUT = { with: 'bob', target: 1 };
const frames: [action: string, fields: object][] = [
  ['edit-message', { ...ABOUT, after: 1, clientId: 'm2', text: 'Hi' }],
  ['react', { ...ABOUT, after: 2, clientId: 'm3', emoji: '👍' }],
  ['change-side', { with: 'bob', star: [1], pinned: true, archived: true }],
  ['change-side', { with: 'bob', unstar: [1], pinned: false, accepted: true }],
  ['change-side', { with: 'bob', star: [1] }],
  ['mark', { with: 'bob', read: 3 }],
  ['change-preferences', { presence: false }],
  ['change-preferences', { presence: true }],
  ['change-side', { with: 'bob', blocked: true }],
  ['change-side', { with: 'bob', blocked: false }],
];
for (const [action, fields] of frames) {
  await socket('connect', connectEvent(GONE, context));
  await socket(action, frame(action, fields));
}
await http('starred', 'GET /api/starred', signedIn);
const inBase64 = (picture: Uint8Array) => Buffer.from(picture).toString('base64');
for (const [route, body] of [
  ['change-profile', { displayName: 'Alice Marlow', about: 'At the lake' }],
  ['change-picture', { picture: null }],
  ['change-picture', { picture: inBase64(png(192, 192)) }],
] as const) {
  await socket('connect', connectEvent(GONE, context));
  await http(route, `POST /api/${route}`, { ...signedIn, body: JSON.stringify(body) });
}
await http('report', 'POST /api/report', { ...signedIn, body: '{"with":"bob"}' });
await socket('connect', connectEvent(GONE, context));
await socket('delete-message', frame('delete-message', { ...ABOUT, after: 3, clientId: 'm4' }));
await socket('unknown-action', frame('dance'));

// Each of these is the first of an hour, and moves the conversation up in both lists.
const ABOUT_ANOTHER = { with: 'bob', target: 5, after: 4 };
const another = [{ clientId: 'm5', text: 'Hello again' }];
await socket('send-message', frame('send-message', { to: 'bob', after: 4, messages: another }));
const laterFrames: [action: string, fields: object][] = [
  ['edit-message', { ...ABOUT_ANOTHER, clientId: 'm6', text: 'Hey' }],
  ['react', { ...ABOUT_ANOTHER, clientId: 'm7', emoji: '👍' }],
  ['delete-message', { ...ABOUT_ANOTHER, clientId: 'm8' }],
];
const before = leaptMs;
for (const [action, fields] of laterFrames) {
  anHourLater();
  await socket(action, frame(action, fields));
}
leaptMs = before;

// Alice goes, which bob is told, on a device that is there and on one that is not.
await socket('watch', bobsFrame('watch', { with: 'alice' }));
await bobsGoneDeviceWatches();
for (const device of ['a-second-device', 'a-third-device', GONE, 'c1']) {
  await socket('disconnect', disconnectEvent(device, context));
}
await socket('disconnect', disconnectEvent('c2', bobs));

// An hour later, everything is a use of the session that has to be noted.
for (const [name, route, fields] of [
  ['starred', 'GET /api/starred', undefined],
  ['ticket', 'POST /api/ticket', {}],
  ['report', 'POST /api/report', { with: 'bob' }],
  ['subscribe-push', 'POST /api/subscribe-push', devices[1]],
  ['my-data', 'GET /api/my-data', undefined],
  ['sessions', 'GET /api/sessions', undefined],
  ['people', 'GET /api/people', undefined],
  ['conversations', 'GET /api/conversations', undefined],
  ['bootstrap', 'GET /api/bootstrap', undefined],
] as const) {
  anHourLater();
  await http(name, route, { ...signedIn, ...(fields && { body: JSON.stringify(fields) }) });
}
anHourLater();
const picture = await bundled('http/picture');
const pictureRequest = { ...signedIn, query: { of: 'alice', version: 'of-long-ago' } };
const route = 'GET /api/picture';
answers['http/picture'] = (
  await picture(httpEvent(route, route, pictureRequest), lambdaContext())
).statusCode;
anHourLater();
const bootstrap = await http('bootstrap', 'GET /api/bootstrap', signedIn);
answers.pushKey = bootstrap.body.pushKey;
anHourLater();
const entries = await http('entries', 'GET /api/entries', { ...signedIn, query: { with: 'bob' } });
answers.entries = entries.body.entries.length;
await http('entries', 'GET /api/entries', { ...signedIn, query: { with: 'carol' } });
await http('not-found', 'GET /api/nothing', {});
const { endpoint } = devices[1] as SubscribePushBody;
anHourLater();
await http('unsubscribe-push', 'POST /api/unsubscribe-push', {
  ...signedIn,
  body: JSON.stringify({ endpoint }),
});

// Each of these ends a session, of which one socket is there and one is gone.
const withSockets = async (session: { cookies: string[] }) => {
  const { body: answered } = await http('ticket', 'POST /api/ticket', { ...session, body: '{}' });
  const offered = { Origin: OWN_ORIGIN, 'Sec-WebSocket-Protocol': `chat.v1, ticket.${answered.ticket}` };
  const verdictOfIt = (await authorizer(authorizerEvent(offered), lambdaContext())) as {
    context?: AuthorizerContext;
  };
  for (const device of ['to-be-closed', GONE])
    await socket('connect', connectEvent(device, verdictOfIt.context));
  return session;
};
const device = (session: { cookies: string[] }) =>
  http('subscribe-push', 'POST /api/subscribe-push', { ...session, body: JSON.stringify(devices[1]) });

const first = await withSockets(await signIn('alice'));
await device(first);
const second = await withSockets(await signIn('alice', first.cookies));
const registered = await http('register', 'POST /api/register', { ...registration('dave'), ...second });
const common = { name: 'erin', password: 'iloveyou' };
answers.commonPassword = (
  await http('register', 'POST /api/register', { body: JSON.stringify(common) })
).body.error.code;
answers['http/register'] = registered.body.me ? 201 : registered.body;

const other = await withSockets(await signIn('alice'));
await device(other);
const { body: listed } = await http('sessions', 'GET /api/sessions', other);
const { id } = listed.sessions.find(({ current }: { current?: boolean }) => current);
const revoking = await signIn('alice');
anHourLater();
await http('end-session', 'POST /api/end-session', { ...revoking, body: JSON.stringify({ id }) });

// A passkey, which is alice's alone, takes the place of a session as a password does, and is refused as one.
const cookiesIn = (cookies: string[]) => cookies.map((cookie) => cookie.split(';')[0] ?? '');
const offered = async (session: { cookies: string[] }, tried = password) => {
  const body = JSON.stringify({ password: tried });
  const route = 'POST /api/add-passkey-options';
  const { body: options, cookies } = await http('add-passkey-options', route, { ...session, body });
  return { options, cookies: [...session.cookies, ...cookiesIn(cookies)] };
};
const made = async (session: { cookies: string[] }, by: typeof authenticator, otherwise = {}) => {
  const { options, cookies } = await offered(session);
  minutesLater(4);
  const body = JSON.stringify(by.make(options, otherwise));
  return (await http('add-passkey', 'POST /api/add-passkey', { cookies, body })).body.passkey;
};
const authenticator = passkeyDevice(OWN_ORIGIN);
const enters = async (otherwise = {}, former: string[] = []) => {
  const route = 'POST /api/passkey-log-in-options';
  const asked = await http('passkey-log-in-options', route, { body: '{}' });
  const body = JSON.stringify(authenticator.sign(asked.body, otherwise));
  const cookies = [...former, ...cookiesIn(asked.cookies)];
  return http('passkey-log-in', 'POST /api/passkey-log-in', { cookies, body });
};
const adding = await signIn('alice');
await offered(adding, 'wrong');
anHourLater();
const passkey = await made(adding, authenticator);
const bobsSession = await signIn('bob');
await made(bobsSession, passkeyDevice(OWN_ORIGIN), { id: passkey.id });
// The hour is over between the two requests.
minutesLater(54);
await made(bobsSession, passkeyDevice(OWN_ORIGIN));
const replaced = await withSockets(await signIn('alice'));
await device(replaced);
await enters({ isVerified: false });
await enters({}, replaced.cookies);
anHourLater();
await http('passkeys', 'GET /api/passkeys', adding);
const removal = (given: string) => JSON.stringify({ id: passkey.id, password: given });
const removePasskey = (given: string) =>
  http('remove-passkey', 'POST /api/remove-passkey', { ...adding, body: removal(given) });
anHourLater();
await removePasskey('wrong');
await removePasskey(password);

const changing = await withSockets(await signIn('alice'));
await device(changing);
anHourLater();
const change = { current: password, password: 'the next password of alice' };
const { cookies } = await http('change-password', 'POST /api/change-password', {
  ...changing,
  body: JSON.stringify(change),
});
const changed = await withSockets({ cookies: cookies.map((cookie) => cookie.split(';')[0] ?? '') });
await device(changed);
anHourLater();
await http('log-out', 'POST /api/log-out', { ...changed, body: '{}' });

// Dave makes codes, turns on a second factor and off again, and forgets his password: three of these end another session.
const asDave = await signIn('dave');
const daves = async (name: string, said: () => object) => {
  anHourLater();
  return (await http(name, `POST /api/${name}`, { ...asDave, body: JSON.stringify(said()) })).body;
};
const anotherOfDave = async (code?: string) =>
  device(await withSockets(await signIn('dave', [], code === undefined ? {} : { code })));
anHourLater();
await http('credentials', 'GET /api/credentials', asDave);
const { codes } = await daves('make-recovery-codes', () => ({ password }));
const { secret } = await daves('prepare-second-factor', () => ({}));
await anotherOfDave();
await daves('turn-on-second-factor', () => ({ password, code: codeInApp(secret, Date.now()) }));
anHourLater();
await anotherOfDave(codeInApp(secret, Date.now()));
await daves('turn-off-second-factor', () => ({ password }));
await anotherOfDave();
const recovering = { name: 'dave', recoveryCode: codes[0], password: 'the next password of dave' };
await http('recover', 'POST /api/recover', { body: JSON.stringify(recovering) });

// Carol and olga have written to bob, and go for good: she as long as she waits for it, and in the round that follows.
await http('register', 'POST /api/register', registration('olga'));
const writesToBob = async (name: string, connectionId: string) => {
  const cookies = await signIn(name);
  const { body: issued } = await http('ticket', 'POST /api/ticket', { ...cookies, body: '{}' });
  const headers = { Origin: OWN_ORIGIN, 'Sec-WebSocket-Protocol': `chat.v1, ticket.${issued.ticket}` };
  const { context: who } = (await authorizer(authorizerEvent(headers), lambdaContext())) as {
    context?: AuthorizerContext;
  };
  const says = (action: string, fields: object) =>
    socket(action, frameEvent(action, connectionId, who, JSON.stringify({ action, id: 'f1', ...fields })));
  await socket('connect', connectEvent(connectionId, who));
  await says('send-message', { to: 'bob', after: 0, messages });
  await says('react', { with: 'bob', after: 1, clientId: 'm2', target: 1, emoji: '👍' });
  return cookies;
};
await socket('connect', connectEvent('c2', bobs));
const asCarol = await writesToBob('carol', 'c3');
await writesToBob('olga', 'c4');
await http('my-data', 'GET /api/my-data', asCarol);
await http('delete-account', 'POST /api/delete-account', { ...asCarol, body: JSON.stringify({ password }) });
await leftLongAgo('olga');
await (await bundled('scheduled/erase'))({}, lambdaContext());

process.stdout.write(`${JSON.stringify({ file: fileURLToPath(import.meta.url), answers })}\n`);
