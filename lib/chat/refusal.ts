import { ERRORS, type ErrorCode } from '../protocol/errors.ts';

/** A request that is refused for a reason its sender is told. Everything else that is thrown is our fault. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;

  /**
   * @param message the sentence for the sender; the code's own one if left out
   * @param field the place in the request that is wrong, such as `messages.0.text`
   */
  constructor(code: ErrorCode, { message, field }: { message?: string; field?: string } = {}) {
    super(message ?? ERRORS[code].message);
    this.name = 'Refusal';
    this.code = code;
    this.field = field;
  }
}
