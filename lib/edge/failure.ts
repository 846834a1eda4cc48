import { Refusal } from '../chat/refusal.ts';
import { ERRORS, type ErrorBody } from '../protocol/errors.ts';
import type { Invocation } from './invocation.ts';
import { logLine } from './log.ts';

/**
 * What the sender is told of an error: a refusal's reason, and of everything else only that it happened; the rest is
 * for the log. The one place where errors become words, and where the invocation learns of them.
 */
export function failureOf(
  error: unknown,
  { requestId, refuse }: Pick<Invocation, 'requestId' | 'refuse'>,
): ErrorBody {
  if (error instanceof Refusal) {
    const { code, message, field, retryAfter } = error;
    refuse(code);
    return {
      code,
      message,
      ...(field !== undefined && { field }),
      ...(retryAfter !== undefined && { retryAfter }),
    };
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  logLine('error', 'unexpected error', { requestId, name, message, stack });
  refuse('internal');
  return { code: 'internal', message: ERRORS.internal.message };
}
