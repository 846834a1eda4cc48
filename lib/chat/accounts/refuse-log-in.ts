import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { CountedGuess } from './guard-tries.ts';

/**
 * Writes down that somebody is not let in: by the name that somebody has, if any, as what was typed may be a password in the
 * wrong field.
 * @param guess what was guessed wrong, if it was a guess
 * @param way how they wanted to get in, if not by password
 * @returns what to throw
 */
export async function refuseLogIn(
  chat: Pick<Chat, 'metrics'> & Parameters<typeof recordEvent>[0],
  person: string | undefined,
  reason: 'wrong-credentials' | 'wrong-recovery-code' | 'wrong-code' | 'passkey-refused' | 'suspended',
  guess?: Pick<CountedGuess, 'isLastFree'>,
  way: Readonly<Record<string, string>> = {},
): Promise<Refusal> {
  if (guess) chat.metrics.add('LogInsRefused', 1);
  const details = { reason, ...way };
  await recordEvent(chat, 'log-in-refused', { ...(person !== undefined && { person }), details });
  if (guess?.isLastFree && person !== undefined) await recordEvent(chat, 'throttled', { person });
  return new Refusal(reason, reason === 'wrong-code' ? { field: 'code' } : {});
}
