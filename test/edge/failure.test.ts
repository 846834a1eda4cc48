import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Refusal } from '../../lib/chat/refusal.ts';
import { failureOf } from '../../lib/edge/failure.ts';
import { ERRORS, type ErrorCode } from '../../lib/protocol/errors.ts';

const CODES = Object.keys(ERRORS) as ErrorCode[];

const written: string[] = [];

/** What the invocation has been told. */
const refused: ErrorCode[] = [];
const invocation = { requestId: 'r1', refuse: (code: ErrorCode) => void refused.push(code) };

beforeEach(() => {
  written.length = 0;
  refused.length = 0;
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a refusal', () => {
  test.each(CODES.map((code) => [code, ERRORS[code].message] as const))(
    '%s is told with its sentence, and is no news for the log',
    (code, message) => {
      expect(failureOf(new Refusal(code), invocation)).toEqual({ code, message });
      expect(written).toEqual([]);
      expect(refused).toEqual([code]);
    },
  );

  test('is told with its own sentence and field where it has them', () => {
    const refusal = new Refusal('invalid-request', { message: 'A name is a string.', field: 'name' });
    expect(failureOf(refusal, invocation)).toEqual({
      code: 'invalid-request',
      message: 'A name is a string.',
      field: 'name',
    });
  });
});

describe('anything else that is thrown', () => {
  const INTERNAL = { code: 'internal', message: ERRORS.internal.message };

  test.each([
    [new Error('Table chat-people is not there')],
    [new TypeError('undefined is not a function')],
    [Object.assign(new Error('refused'), { code: 'wrong-credentials', field: 'password' })],
    ['a text'],
    [undefined],
    [null],
    [{ code: 'busy', message: 'Looks like a refusal.' }],
  ])('is told as no more than that it happened: %p', (thrown) => {
    expect(failureOf(thrown, invocation)).toEqual(INTERNAL);
    expect(refused).toEqual(['internal']);
  });

  test('is one line in the log, with the request, what it was and where', () => {
    failureOf(new TypeError('Table chat-people is not there'), invocation);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^[^\n]*\n$/);
    expect(JSON.parse(written[0] ?? '')).toEqual({
      level: 'error',
      event: 'unexpected error',
      requestId: 'r1',
      name: 'TypeError',
      message: 'Table chat-people is not there',
      stack: expect.stringContaining('failure.test.ts'),
    });
  });
});
