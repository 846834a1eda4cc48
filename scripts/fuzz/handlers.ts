import type { APIGatewayAuthorizerResult, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { ERRORS } from '../../lib/protocol/errors.ts';
import { invoke, type Routes } from '../../lib/redis/invoke.ts';
import type { Event } from '../../lib/redis/job.ts';
import { UNHINDERED } from '../local/limits.ts';
import { newPushKeys, vapidKeysSetting } from '../local/push-keys.ts';
import { forgetfulStore } from './forgetful-store.ts';
import type { Input } from './inputs.ts';

const PEOPLE = ['alice', 'bob', 'mallory'];
const PASSWORD = 'a password that nobody has';

/** All of the handlers in this process, with what they store in its memory. */
export interface Handlers {
  /** What is wrong with how an input is answered; undefined if nothing is. */
  faultOf(input: Input): Promise<string | undefined>;
  /** Forgets all that was stored, and has three people log in anew. */
  begin(): Promise<void>;
}

/** Loads the handlers; they read the environment as they load, so that there is one set in a process. */
export async function loadHandlers(): Promise<Handlers> {
  Object.assign(process.env, {
    ...{
      STAGE: 'fuzz',
      PEOPLE_TABLE: 'people',
      ENTRIES_TABLE: 'entries',
      CONNECTIONS_TABLE: 'connections',
      AUDIT_TABLE: 'audit',
    },
    ...{
      ALLOWED_ORIGINS: 'https://chat.example',
      SOCKET_URL: '/socket',
      COOKIE_SECURE: 'false',
    },
    ...{
      CONNECTIONS_ENDPOINT: 'http://127.0.0.1:9',
      SESSION_SECRET: 'what signs sessions while it is fuzzed',
    },
    PASSWORD_PEPPER: '1:what goes into the hashes, and is long enough for it',
    VAPID_KEYS: vapidKeysSetting(newPushKeys()),
    // Nobody listens there, and nothing leaves this machine.
    PUSH_SERVICES: 'http://127.0.0.1:9',
    ...UNHINDERED,
  });
  const { choosePush } = await import('../../lib/app/chosen-push.ts');
  const { chooseStore } = await import('../../lib/app/store.ts');
  const { pictures } = await import('../../lib/app/pictures.ts');
  const { erasure } = await import('../../lib/app/erasure.ts');
  const { secondFactors } = await import('../../lib/app/second-factors.ts');
  const { passkeys, spentChallenges } = await import('../../lib/app/passkeys.ts');
  const { store, forget } = forgetfulStore();
  chooseStore(store);
  Object.assign(pictures, store.pictures);
  Object.assign(erasure, store.erasure);
  Object.assign(secondFactors, { secondFactors: store.secondFactors, recoveryCodes: store.recoveryCodes });
  Object.assign(passkeys, store.passkeys);
  Object.assign(spentChallenges, store.spentChallenges);
  const routes = (await import('../../functions/routes.ts')) as unknown as Routes;
  choosePush({ post: async () => 'delivered', close: async () => 'closed' });

  let cookie = '';
  const http = async (input: Input & { kind: 'request' }) =>
    (await invoke(routes, requestEvent(input, cookie), 'fuzz')) as APIGatewayProxyStructuredResultV2;

  return {
    async begin() {
      forget();
      for (const name of PEOPLE) {
        const { statusCode, cookies } = await http(registration(name));
        if (statusCode !== 201) throw new Error(`Nobody can register: ${statusCode}`);
        if (name === 'alice') cookie = (cookies ?? []).map((each) => each.split(';')[0]).join('; ');
      }
    },

    async faultOf(input) {
      try {
        if (input.kind === 'request') return faultOfAnswer(await http(input));
        if (input.kind === 'handshake') return await faultOfHandshake(routes, input);
        return faultOfFrame(await invoke(routes, frameEvent(input), 'fuzz'));
      } catch (error) {
        return `threw ${error instanceof Error ? error.stack : error}`;
      }
    },
  };
}

function registration(name: string): Input & { kind: 'request' } {
  return {
    kind: 'request',
    route: 'POST /api/register',
    query: {},
    headers: { 'content-type': 'application/json' },
    isSignedIn: false,
    body: JSON.stringify({ name, password: PASSWORD }),
    isBase64Encoded: false,
  };
}

function requestEvent(input: Input & { kind: 'request' }, cookie: string): Event {
  const [method = '', path = ''] = input.route.split(' ');
  const { cookie: forged, ...headers } = input.headers;
  const cookies = [
    ...(input.isSignedIn ? cookie.split('; ') : []),
    ...(forged === undefined ? [] : [forged]),
  ];
  const event = {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers,
    cookies,
    ...(Object.keys(input.query).length > 0 && { queryStringParameters: input.query }),
    ...(input.body !== '' && { body: input.body }),
    isBase64Encoded: input.isBase64Encoded,
    requestContext: {
      http: { method, path, sourceIp: '127.0.0.1', userAgent: '' },
      requestId: 'fuzz',
      timeEpoch: Date.now(),
    },
  };
  return { kind: 'http', event } as unknown as Event;
}

function frameEvent({ text, isBinary }: Input & { kind: 'frame' }): Event {
  const requestContext = {
    connectionId: 'fuzz',
    eventType: 'MESSAGE',
    routeKey: '',
    requestTimeEpoch: Date.now(),
    authorizer: { person: 'alice', session: 'fuzz' },
  };
  return { kind: 'socket', event: { body: isBinary ? null : text, requestContext } } as unknown as Event;
}

async function faultOfHandshake(
  routes: Routes,
  { protocols }: Input & { kind: 'handshake' },
): Promise<string | undefined> {
  const event = {
    type: 'REQUEST',
    methodArn: 'local',
    headers: { 'sec-websocket-protocol': protocols },
    requestContext: { connectionId: 'fuzz', routeKey: '$connect', requestTimeEpoch: Date.now() },
  };
  const answer = (await invoke(
    routes,
    { kind: 'authorizer', event } as unknown as Event,
    'fuzz',
  )) as APIGatewayAuthorizerResult;
  const isAllowed = answer.policyDocument.Statement.some(({ Effect }) => Effect === 'Allow');
  return isAllowed ? 'let in without a ticket' : undefined;
}

function faultOfAnswer({ statusCode = 0, body = '' }: APIGatewayProxyStructuredResultV2): string | undefined {
  if (statusCode < 200 || statusCode >= 500) return `answered ${statusCode} ${body}`;
  if (statusCode < 400) return undefined;
  const { error } = JSON.parse(body) as { error?: { code?: string } };
  const known = error?.code !== undefined && Object.hasOwn(ERRORS, error.code);
  return known ? undefined : `refused by no error of ours: ${body}`;
}

function faultOfFrame(answer: unknown): string | undefined {
  const { statusCode = 0, body } = answer as APIGatewayProxyStructuredResultV2;
  if (statusCode !== 200) return `answered ${statusCode} ${body}`;
  if (body === undefined) return undefined;
  const { action, code } = JSON.parse(body) as { action?: string; code?: string };
  if (action !== 'error') return undefined;
  if (code === 'internal' || code === 'busy') return `answered ${body}`;
  return Object.hasOwn(ERRORS, code ?? '') ? undefined : `refused by no error of ours: ${body}`;
}
