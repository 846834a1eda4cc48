import { ERRORS, type ErrorCode } from '../protocol/errors.ts';

const MS_PER_SECOND = 1_000;

/** A request that is refused for a reason its sender is told. Everything else that is thrown is our fault. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  /** Seconds, rounded up; undefined where waiting is of no use. */
  readonly retryAfter: number | undefined;

  /**
   * @param message the sentence for the sender; the code's own one if left out
   * @param field the place in the request that is wrong, such as `messages.0.text`
   * @param retryAfterMs when the same again may be let through
   */
  constructor(
    code: ErrorCode,
    { message, field, retryAfterMs }: { message?: string; field?: string; retryAfterMs?: number } = {},
  ) {
    super(message ?? ERRORS[code].message);
    this.name = 'Refusal';
    this.code = code;
    this.field = field;
    this.retryAfter =
      retryAfterMs === undefined ? undefined : Math.max(1, Math.ceil(retryAfterMs / MS_PER_SECOND));
  }
}
