import { Refusal } from '../chat/refusal.ts';
import { ERRORS, type ErrorBody } from '../protocol/errors.ts';
import { logLine } from './log.ts';

/**
 * What the sender is told of an error: a refusal's reason, and of everything else only that it happened. The one
 * place where errors become words.
 */
export function failureOf(error: unknown, requestId: string): ErrorBody {
  if (error instanceof Refusal) {
    const { code, message, field } = error;
    return { code, message, ...(field !== undefined && { field }) };
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  logLine('error', 'unexpected error', { requestId, name, message, stack });
  return { code: 'internal', message: ERRORS.internal.message };
}
