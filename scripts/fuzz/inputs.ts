import type * as v from 'valibot';
import { FRAME_TAKES, HTTP_ROUTES, HTTP_TAKES, requestLine } from '../../test/attacks/what-routes-take.ts';
import { type Chance, chanceOf } from '../simulate/chance.ts';
import { HOSTILE } from './hostile.ts';
import { mutatedText, mutatedValue, toJson } from './mutate.ts';

/** Something that is sent to a handler, as it goes over the wire. */
export type Input =
  | { readonly kind: 'frame'; readonly text: string; readonly isBinary: boolean }
  | {
      readonly kind: 'request';
      readonly route: string;
      readonly query: Readonly<Record<string, string>>;
      readonly headers: Readonly<Record<string, string>>;
      readonly isSignedIn: boolean;
      readonly body: string;
      readonly isBase64Encoded: boolean;
    }
  /** The handshake of a socket. */
  | { readonly kind: 'handshake'; readonly protocols: string };

const FRAME_SHARE = 0.6;
const HANDSHAKE_SHARE = 0.05;

/** So that seeds that follow each other have nothing in common. */
const SEED_STEP = 1_000_003;

/** The input with a number, of a seed: always the same. */
export function inputOf(seed: number, number: number): Input {
  const chance = chanceOf(seed * SEED_STEP + number);
  const kind = chance.fraction('kind');
  if (kind < FRAME_SHARE) return frameOf(chance);
  return kind < FRAME_SHARE + HANDSHAKE_SHARE ? handshakeOf(chance) : requestOf(chance);
}

function frameOf(chance: Chance): Input {
  const [action, schema] = chance.oneOf('action', Object.entries(FRAME_TAKES) as [string, v.GenericSchema][]);
  const value = mutatedValue(schema, chance);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  // It gets to the handler that it is about, most often.
  const routed = isObject && chance.fraction('routed') < 0.8 ? { ...value, action } : value;
  return {
    kind: 'frame',
    text: mutatedText(toJson(routed), chance),
    isBinary: chance.fraction('binary') < 0.03,
  };
}

function requestOf(chance: Chance): Input {
  const route = chance.oneOf('route', HTTP_ROUTES);
  const schema = HTTP_TAKES[route];
  const value = mutatedValue(schema, chance);
  const isGet = route.startsWith('GET') || route === '$default';
  const query =
    typeof value === 'object' && value !== null && isGet
      ? Object.fromEntries(Object.entries(value).map(([field, each]) => [field, asText(each)]))
      : {};
  const isOdd = chance.fraction('odd') < 0.1;
  return {
    kind: 'request',
    route: isOdd
      ? `${chance.oneOf('method', ['GET', 'POST', 'PUT', 'DELETE'])} /api/${asText(chance.oneOf('path', HOSTILE))}`
      : requestLine(route),
    query,
    headers: {
      'content-type':
        chance.fraction('type') < 0.9 ? 'application/json' : asText(chance.oneOf('value', HOSTILE)),
      ...(chance.fraction('header') < 0.1 && { 'user-agent': asText(chance.oneOf('value', HOSTILE)) }),
      ...(chance.fraction('forged') < 0.05 && {
        cookie: `chat-session=${asText(chance.oneOf('value', HOSTILE))}`,
      }),
    },
    isSignedIn: chance.fraction('signed in') < 0.8,
    body: isGet ? '' : mutatedText(toJson(value), chance),
    isBase64Encoded: chance.fraction('base64') < 0.03,
  };
}

function handshakeOf(chance: Chance): Input {
  const ticket = asText(chance.oneOf('value', HOSTILE));
  const protocols = chance.oneOf('protocols', [
    'chat.v1, ticket.',
    'ticket.',
    'chat.v2, ticket.',
    '',
    ',,,ticket.',
  ]);
  return { kind: 'handshake', protocols: mutatedText(`${protocols}${ticket}`, chance) };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : toJson(value);
}
