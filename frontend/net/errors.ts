import type { ErrorBody, ErrorCode } from '../../lib/protocol/errors.ts';

/** What went wrong, as a word that each language has a sentence for. */
export type Problem = ErrorCode | 'no-answer';

/** The server answered, to a request or a frame, and the answer is no. */
export class Refused extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  /** When the same again may be let through, by this device's clock in ms, if that was said. */
  readonly retryAt: number | undefined;

  constructor({ code, message, field, retryAfter }: ErrorBody) {
    super(message);
    this.name = 'Refused';
    this.code = code;
    this.field = field;
    this.retryAt = retryAfter && Date.now() + retryAfter * 1_000;
  }
}

/** No answer came, or none that is the server's own. Whether it got what was sent is not known. */
export class NoAnswer extends Error {
  constructor(options?: ErrorOptions) {
    super('There was no answer.', options);
    this.name = 'NoAnswer';
  }
}

/** Whether the same again may do better later. */
export function isWorthRepeating(error: unknown): boolean {
  if (error instanceof Refused) return error.code === 'internal' || error.code === 'busy';
  return error instanceof NoAnswer;
}

/**
 * What to tell a person of it.
 * @throws the error itself, if it is neither `Refused` nor `NoAnswer`: that is a mistake in the program
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.code;
  if (error instanceof NoAnswer) return 'no-answer';
  throw error;
}

/** Whether the server said that nobody is signed in. */
export function isSessionOver(error: unknown): boolean {
  return error instanceof Refused && error.code === 'not-signed-in';
}
