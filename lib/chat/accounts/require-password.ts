import type { Profile, Session } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { clearTries, guardTry } from './guard-tries.ts';

/**
 * The profile of somebody who has to show once more who they are: an open page may be in front of somebody else by now.
 * Their session is known, so that no stranger's tries count.
 * @param field the one that the password was in
 * @throws Refusal `wrong-credentials`, `too-many-tries`
 */
export async function requirePassword(
  chat: Pick<Chat, 'people' | 'passwords' | 'clock' | 'audit' | 'caller'> & Parameters<typeof guardTry>[0],
  { person: name, publicId }: Session,
  password: string,
  field: string,
): Promise<Profile> {
  const guess = await guardTry(chat, { what: 'password', account: name, known: publicId });
  const profile = await chat.people.find(name);
  const matches = await chat.passwords.matches(password, profile?.passwordHash);
  if (profile && matches) {
    await clearTries(chat, guess);
    return profile;
  }
  await recordEvent(chat, 'log-in-refused', { person: name, details: { asked: 'the current password' } });
  throw wrongPassword(field);
}

export function wrongPassword(field: string): Refusal {
  return new Refusal('wrong-credentials', { message: 'The current password is wrong.', field });
}
