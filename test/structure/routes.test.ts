import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { OF_HANDLERS } from '../../scripts/redis/environment.ts';
import { sourceFiles } from './project-files.ts';
import { type EventDefinition, serverlessYml } from './serverless-yml.ts';

const definitions = Object.entries(serverlessYml.functions);

/** Every function, with each of its events. */
const withEvents = definitions.flatMap(([name, definition]) =>
  (definition.events ?? []).map((event) => ({ name, definition, event })),
);

let routes: typeof import('../../functions/routes.ts');

beforeAll(async () => {
  // The functions name their tables as they are loaded; nothing is asked of them here.
  for (const name of Object.keys(serverlessYml.provider.environment)) process.env[name] = '10';
  // Which of all may be left out, and are no numbers.
  process.env.VAPID_KEYS = '';
  process.env.LIMITS = '';
  process.env.AWS_REGION = 'us-east-1';
  routes = await import('../../functions/routes.ts');
});

/** The source of a function, from the path of its bundle: `.build/functions/http/people.handler`. */
function sourceOf(handler: string): string {
  return handler.replace(/^\.build\//, '').replace(/\.handler$/, '.ts');
}

async function handlerOf(handler: string): Promise<unknown> {
  return ((await import(`../../${sourceOf(handler)}`)) as { handler: unknown }).handler;
}

/** `*` of an HTTP API is `$default` everywhere else. */
function httpRouteOf({ httpApi }: EventDefinition): string | undefined {
  return httpApi === '*' ? '$default' : httpApi;
}

describe('serverless.yml and functions/routes.ts', () => {
  test('have the same HTTP routes, with the same functions behind them', async () => {
    const deployed = new Map<string, unknown>();
    for (const { definition, event } of withEvents) {
      const route = httpRouteOf(event);
      if (route !== undefined) deployed.set(route, await handlerOf(definition.handler));
    }
    expect([...deployed.keys()].sort()).toEqual(Object.keys(routes.httpRoutes).sort());
    for (const [route, handler] of Object.entries(routes.httpRoutes)) {
      expect([route, deployed.get(route) === handler]).toEqual([route, true]);
    }
  });

  test('have the same socket routes, with the same functions behind them', async () => {
    const deployed = new Map<string, unknown>();
    for (const { definition, event } of withEvents) {
      if (event.websocket) deployed.set(event.websocket.route, await handlerOf(definition.handler));
    }
    expect([...deployed.keys()].sort()).toEqual(Object.keys(routes.socketRoutes).sort());
    for (const [route, handler] of Object.entries(routes.socketRoutes)) {
      expect([route, deployed.get(route) === handler]).toEqual([route, true]);
    }
  });

  test('have the same authorizer, and it stands before $connect', async () => {
    const guarded = withEvents.filter(({ event }) => event.websocket?.authorizer);
    expect(guarded.map(({ event }) => event.websocket?.route)).toEqual(['$connect']);
    const name = guarded[0]?.event.websocket?.authorizer?.name ?? '';
    const handler = serverlessYml.functions[name]?.handler ?? '';
    expect((await handlerOf(handler)) === routes.socketAuthorizer).toBe(true);
  });
});

/** They carry the list of those that are not taken. */
const CHOOSES_PASSWORDS = ['register', 'change-password', 'recover'];

describe('each function of serverless.yml', () => {
  test('answers its frames on the same socket', () => {
    // But for one that is too short-lived for an answer to be of any use.
    const silent = ['connect', 'disconnect', 'typing'];
    const frames = withEvents.filter(({ name, event }) => event.websocket && !silent.includes(name));
    expect(frames.length).toBeGreaterThan(0);
    for (const { name, event } of frames) {
      expect([name, event.websocket?.routeResponseSelectionExpression]).toEqual([name, '$default']);
    }
  });

  test.each(definitions)('%s is named as its file and carries its own bundle alone', (name, definition) => {
    expect(definition.handler).toMatch(
      new RegExp(`^\\.build/functions/(http|ws|scheduled)/${name}\\.handler$`),
    );
    expect(definition.package.patterns).toEqual([
      definition.handler.replace(/\.handler$/, '.mjs'),
      ...(CHOOSES_PASSWORDS.includes(name) ? ['.build/functions/http/common-passwords.txt'] : []),
    ]);
  });

  test('has a file in functions/, and each file there is one of them', () => {
    const files = sourceFiles('functions').filter((file) => file !== 'functions/routes.ts');
    expect(definitions.map(([, { handler }]) => sourceOf(handler)).sort()).toEqual(files);
  });
});

const protocol = readFileSync(new URL('../../PROTOCOL.md', import.meta.url), 'utf8');

test('PROTOCOL.md has the same HTTP routes', () => {
  const documented = [...protocol.matchAll(/^\| `((?:GET|POST) \/api\/[a-z-]+)` \|/gm)].map(
    ([, route]) => route,
  );
  const known = Object.keys(routes.httpRoutes).filter((route) => route !== '$default');
  expect(documented.sort()).toEqual(known.sort());
});

describe('the environment of serverless.yml', () => {
  const environment = Object.keys(serverlessYml.provider.environment).sort();

  test('is what lib/config.ts reads, no more and no less', () => {
    const config = readFileSync(new URL('../../lib/config.ts', import.meta.url), 'utf8');
    const read = [...config.matchAll(/(?:required|optional)\('([A-Z_]+)'\)/g)].map(([, name]) => name);
    // Lambda and the SDK have that one, too.
    expect(read.filter((name) => name !== 'AWS_REGION').sort()).toEqual(environment);
  });

  test('is what a worker of Redis mode asks for, but for the way to the sockets, which is Redis there, and for what it can do without', () => {
    const others = ['CONNECTIONS_ENDPOINT', 'VAPID_KEYS', 'PUSH_SERVICES', 'LIMITS', 'CDN_SECRET'];
    expect([...OF_HANDLERS, ...others].sort()).toEqual(environment);
  });
});

test('PROTOCOL.md has the same frames from the client', () => {
  const [, frames = ''] = protocol.split('\n### Frames from the client\n');
  const documented = [...(frames.split('\n### ')[0] ?? '').matchAll(/^\*\*`([a-z-]+)`\*\*[ ,]/gm)].map(
    ([, action]) => action,
  );
  const known = Object.keys(routes.socketRoutes).filter((route) => !route.startsWith('$'));
  expect(documented.sort()).toEqual(known.sort());
});
