import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { endSessionsOf } from './end-sessions.ts';

/** Who does it, as `operator:<user>`, and why. */
export interface Act {
  readonly by: string;
  readonly reason?: string | undefined;
}

/**
 * Keeps somebody out: no log-in succeeds, their sessions end, their sockets close, and nobody finds them who does not have a
 * conversation with them. What others write to them is stored. Of somebody who is suspended already, it ends what a try
 * that failed halfway may have left.
 */
export async function suspend(
  chat: Pick<Chat, 'people' | 'audit' | 'caller'> & Parameters<typeof endSessionsOf>[0],
  person: string,
  act: Act,
): Promise<'suspended' | 'nobody' | 'leaving'> {
  await chat.people.changeStanding(person, { from: undefined, to: 'suspended' });
  const profile = await chat.people.find(person);
  if (!profile) return 'nobody';
  if (profile.standing !== 'suspended') return 'leaving';
  // Only now: who logs in meanwhile finds that they are suspended, or has a session that ends here.
  await endSessionsOf(chat, person);
  await recordEvent(chat, 'suspended', { person, ...detailsOf(act) });
  return 'suspended';
}

/** Lets somebody in again who was suspended; they have to log in. */
export async function restore(
  chat: Pick<Chat, 'people' | 'audit' | 'clock' | 'caller'>,
  person: string,
  act: Act,
): Promise<'restored' | 'nobody' | 'not-suspended'> {
  const isRestored = await chat.people.changeStanding(person, { from: 'suspended', to: undefined });
  if (!isRestored) return (await chat.people.find(person)) ? 'not-suspended' : 'nobody';
  await recordEvent(chat, 'restored', { person, ...detailsOf(act) });
  return 'restored';
}

function detailsOf({ by, reason }: Act) {
  return { by, ...(reason !== undefined && { details: { reason } }) };
}
