import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SocketEvent } from '../../lib/edge/socket.ts';
import { bytesOf, closePayload, OPCODE, type RawFrame, RawSocket } from '../../scripts/fuzz/raw-socket.ts';
import type { Listening } from '../../scripts/local/listen.ts';
import { Gateway } from './gateway.ts';

/**
 * The cases of the Autobahn test suite that apply to a server that offers no compression, and answers texts; what is
 * binary is handed on as such, and its handler refuses it.
 * @see https://github.com/crossbario/autobahn-testsuite
 */

const PROTOCOL_ERROR = 1002;
const NO_UTF8 = 1007;
const TOO_LARGE = 1009;
const MAX_MESSAGE_BYTES = 128 * 1024;

const BINARY = 'binary';

let gateway: Gateway;
let server: Listening;
beforeAll(async () => {
  gateway = await Gateway.start();
  await gateway.worker(async ({ kind, event }) => {
    if (kind !== 'socket' || event.requestContext.eventType !== 'MESSAGE') return undefined;
    return { statusCode: 200, body: ((event as SocketEvent).body as string | null) ?? BINARY };
  });
  server = await gateway.interfaceServer();
});
afterAll(() => gateway.stop());

const text = (payload: string | Buffer, more: Partial<RawFrame> = {}): RawFrame => ({
  opcode: OPCODE.text,
  payload,
  ...more,
});
const more = (payload: string | Buffer, isLast = true): RawFrame => ({
  opcode: OPCODE.continuation,
  payload,
  isLast,
});
const ping = (payload: string | Buffer = ''): RawFrame => ({ opcode: OPCODE.ping, payload });
const close = (payload: Buffer | string = ''): RawFrame => ({ opcode: OPCODE.close, payload });
const times = <Each>(count: number, each: Each): Each[] => Array.from({ length: count }, () => each);

const open = () => RawSocket.open(server.port, { 'sec-websocket-protocol': 'chat.v1, ticket.any' });

/** What comes back for some frames, in order, up to so many; pongs are told from answers. */
async function answersTo(frames: readonly RawFrame[], count: number, chopBytes?: number): Promise<string[]> {
  const socket = await open();
  await socket.write(Buffer.concat(frames.map(bytesOf)), chopBytes);
  await socket.until(count);
  socket.destroy();
  return socket.frames.map(
    ({ opcode, payload }) => `${opcode === OPCODE.pong ? 'pong ' : ''}${payload.toString('latin1')}`,
  );
}

/** The code with which a connection is closed for some frames, behind one that is answered. */
async function closedFor(frames: readonly RawFrame[]): Promise<number | undefined> {
  const socket = await open();
  await socket.write(bytesOf(text('first')));
  await socket.until(1);
  expect(socket.frames[0]?.payload.toString()).toBe('first');
  await socket.write(Buffer.concat(frames.map(bytesOf)));
  await socket.ended;
  return socket.closeCode;
}

describe('1: a message', () => {
  test.each([0, 1, 125, 126, 127, 128, 65_535, 65_536, MAX_MESSAGE_BYTES])(
    'of %d bytes comes back',
    async (length) => {
      expect(await answersTo([text('x'.repeat(length))], 1)).toEqual(['x'.repeat(length)]);
    },
  );

  test.each([1, 2, 5, 997])('comes back that was sent %d bytes at a time', async (chopBytes) => {
    expect(await answersTo([text('x'.repeat(1_000))], 1, chopBytes)).toEqual(['x'.repeat(1_000)]);
  });

  test.each([0, 126, 65_536])('of %d bytes that is binary is handed on as such', async (length) => {
    expect(await answersTo([{ opcode: OPCODE.binary, payload: Buffer.alloc(length, 0xfe) }], 1)).toEqual([
      BINARY,
    ]);
  });
});

describe('2: a ping', () => {
  test.each([
    ['without a payload', ''],
    ['with a text', 'Hello, world!'],
    ['with bytes', Buffer.from([0x00, 0xff, 0xfe, 0xfd, 0xfc, 0xfb, 0x00, 0xff])],
    ['of 125 bytes', 'x'.repeat(125)],
  ])('%s is answered with the same', async (_, payload) => {
    expect(await answersTo([ping(payload)], 1)).toEqual([
      `pong ${Buffer.from(payload as Buffer).toString('latin1')}`,
    ]);
    expect(await answersTo([ping(payload)], 1, 1)).toHaveLength(1);
  });

  test('of 126 bytes ends the connection', async () => {
    expect(await closedFor([ping('x'.repeat(126))])).toBe(PROTOCOL_ERROR);
  });

  test('is answered behind pongs that nobody asked for, which are not', async () => {
    const pong = { opcode: OPCODE.pong, payload: 'unasked' };
    expect(await answersTo([pong, { opcode: OPCODE.pong }, ping('asked')], 1)).toEqual(['pong asked']);
  });

  test('is answered, and nine others', async () => {
    const pings = times(10, 0).map((_, i) => ping(`${i}`));
    const pongs = pings.map(({ payload }) => `pong ${payload}`);
    expect(await answersTo(pings, 10)).toEqual(pongs);
    expect(await answersTo(pings, 10, 1)).toEqual(pongs);
  });
});

describe('3: a reserved bit', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('of those in %d ends the connection', async (reserved) => {
    expect(await closedFor([text('Hello', { reserved })])).toBe(PROTOCOL_ERROR);
    expect(await closedFor([{ ...ping(), reserved }])).toBe(PROTOCOL_ERROR);
  });
});

test('a frame without a mask ends the connection', async () => {
  expect(await closedFor([text('Hello', { isMasked: false })])).toBe(PROTOCOL_ERROR);
});

describe('4: an opcode that is reserved', () => {
  test.each([3, 4, 5, 6, 7, 11, 12, 13, 14, 15])('%d ends the connection', async (opcode) => {
    expect(await closedFor([{ opcode }])).toBe(PROTOCOL_ERROR);
    expect(await closedFor([{ opcode, payload: 'with a payload' }])).toBe(PROTOCOL_ERROR);
  });
});

describe('5: in fragments', () => {
  test('no ping, pong or close may be', async () => {
    for (const opcode of [OPCODE.ping, OPCODE.pong, OPCODE.close]) {
      expect(await closedFor([{ opcode, isLast: false }, more('')])).toBe(PROTOCOL_ERROR);
    }
  });

  test.each([undefined, 1, 3])('a text comes back whole (chopped to %p)', async (chopBytes) => {
    const fragments = [text('one ', { isLast: false }), more('two ', false), more('three')];
    expect(await answersTo(fragments, 1, chopBytes)).toEqual(['one two three']);
  });

  test('a text comes back that has a ping in its middle, which is answered first', async () => {
    const fragments = [text('one ', { isLast: false }), ping('between'), more('two')];
    expect(await answersTo(fragments, 2)).toEqual(['pong between', 'one two']);
    expect(await answersTo(fragments, 2, 1)).toEqual(['pong between', 'one two']);
  });

  test('a text comes back of many, some of them empty, and pings among them', async () => {
    const fragments = [
      text('', { isLast: false }),
      ...times(50, [more('x', false), more('', false), ping()]).flat(),
      more(''),
    ];
    expect((await answersTo(fragments, 51)).at(-1)).toBe('x'.repeat(50));
  });

  test.each<[string, RawFrame[]]>([
    ['one that continues nothing', [more('nothing')]],
    ['one that continues nothing, and is not the last', [more('nothing', false), text('x')]],
    ['one that continues what was whole', [text('whole'), more('more')]],
    ['a text before another is whole', [text('one', { isLast: false }), text('two')]],
    ['bytes before a text is whole', [text('one', { isLast: false }), { opcode: OPCODE.binary }]],
  ])('%s ends the connection', async (_, frames) => {
    expect(await closedFor(frames)).toBe(PROTOCOL_ERROR);
  });
});

const VALID: readonly string[] = [
  'Hello-µ@ßöäüàá-UTF-8!!',
  'κόσμε',
  '\u0000\u007f\u0080\u07ff\u0800\uffff',
  '\u{10000}\u{10ffff}\u{1f600}',
  '\ud7ff\ue000\ufffd\ufffe\uffff',
];

/** In hexadecimal: surrogates, what is longer than it has to be, what is beyond the last character, and what breaks off. */
const INVALID: readonly string[] = [
  'cebae1bdb9cf83cebcceb5eda080656469746564',
  ...['80', 'bf', '8080', 'c0', 'c020', 'e0', 'e08020', 'f0', 'f0808020', 'fe', 'ff', 'fefeffff'],
  ...[
    'c0af',
    'e080af',
    'f08080af',
    'f8808080af',
    'fc80808080af',
    'c1bf',
    'e09fbf',
    'f08fbfbf',
    'c080',
    'e08080',
  ],
  ...[
    'eda080',
    'edadbf',
    'edaebf',
    'edbfbf',
    'eda080edb080',
    'f4908080',
    'f5808080',
    'f7bfbfbf',
    'f8888080',
    'fc8480808080',
  ],
  ...['c3', 'e282', 'f09f98'],
];

describe('6: a text', () => {
  test.each(VALID)('that is UTF-8 comes back, however it is cut: %j', async (valid) => {
    const bytes = Buffer.from(valid);
    const single = [...bytes].map((byte) => more(Buffer.from([byte]), false));
    const fragments = [text('', { isLast: false }), ...single, more('')];
    const expected = bytes.toString('latin1');
    expect(await answersTo([text(bytes)], 1)).toEqual([expected]);
    expect(await answersTo(fragments, 1)).toEqual([expected]);
    expect(await answersTo([text(bytes)], 1, 1)).toEqual([expected]);
  });

  test.each(INVALID)('that is none ends the connection: %s', async (hex) => {
    const bytes = Buffer.from(hex, 'hex');
    expect(await closedFor([text(bytes)])).toBe(NO_UTF8);
    expect(await closedFor([text(bytes.subarray(0, 1), { isLast: false }), more(bytes.subarray(1))])).toBe(
      NO_UTF8,
    );
  });

  test('of which none is in it comes back, in one piece or three', async () => {
    expect(await answersTo([text('')], 1)).toEqual(['']);
    expect(await answersTo([text('', { isLast: false }), more('', false), more('')], 1)).toEqual(['']);
  });
});

describe('7: a close', () => {
  test.each([1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999])(
    'with %d is answered with the same',
    async (code) => {
      expect(await closedFor([close(closePayload(code))])).toBe(code);
    },
  );

  test.each([0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999, 5000, 65_535])(
    'with %d is a mistake',
    async (code) => {
      expect(await closedFor([close(closePayload(code))])).toBe(PROTOCOL_ERROR);
    },
  );

  test('without a code is answered', async () => {
    const socket = await open();
    await socket.write(bytesOf(close()));
    await socket.ended;
    expect(socket.frames.map(({ opcode }) => opcode)).toEqual([OPCODE.close]);
  });

  test.each<[string, Buffer | string, number]>([
    ['with one byte', 'x', PROTOCOL_ERROR],
    ['with a reason', closePayload(1000, 'Done.'), 1000],
    ['with a reason of 123 bytes', closePayload(1000, 'x'.repeat(123)), 1000],
    ['with a reason of 124 bytes', closePayload(1000, 'x'.repeat(124)), PROTOCOL_ERROR],
    [
      'with a reason that is no UTF-8',
      closePayload(1000, Buffer.from('cebae1bdb9cf83cebcceb5eda080', 'hex')),
      NO_UTF8,
    ],
  ])('%s', async (_, payload, code) => {
    expect(await closedFor([close(payload)])).toBe(code);
  });

  test('is the last thing that is looked at', async () => {
    const socket = await open();
    const frames = [close(closePayload(1000)), ping('late'), text('late'), close(closePayload(4000))];
    await socket.write(Buffer.concat(frames.map(bytesOf)));
    await socket.ended;
    expect(socket.frames.map(({ opcode }) => opcode)).toEqual([OPCODE.close]);
    expect(socket.closeCode).toBe(1000);
  });

  test('in the middle of a message ends that, too', async () => {
    expect(await closedFor([text('begun', { isLast: false }), close(closePayload(1000)), more('late')])).toBe(
      1000,
    );
  });
});

describe('9: a message that is too large', () => {
  test('ends the connection with 1009', async () => {
    expect(await closedFor([text('x'.repeat(MAX_MESSAGE_BYTES + 1))])).toBe(TOO_LARGE);
  });

  test('does so in fragments as well, as soon as there are too many of them', async () => {
    const fragments = [text('', { isLast: false }), ...times(200, more('x'.repeat(1_000), false))];
    expect(await closedFor(fragments)).toBe(TOO_LARGE);
  });
});

describe('12: compression', () => {
  test('is not agreed to, whoever offers it', async () => {
    const socket = await RawSocket.open(server.port, {
      'sec-websocket-protocol': 'chat.v1, ticket.any',
      'sec-websocket-extensions': 'permessage-deflate; client_max_window_bits',
    });
    expect(socket.head.toLowerCase()).not.toContain('sec-websocket-extensions');
    socket.destroy();
  });
});

test('after all of that, the server is well', async () => {
  expect(await answersTo([text('still there')], 1)).toEqual(['still there']);
});
