import { nameFrom } from '../../protocol/names.ts';
import type { LogInBody } from '../../protocol/rest.ts';
import type { Profile } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { clearTries, guardTry } from './guard-tries.ts';
import { type LoggedIn, toPerson } from './logged-in.ts';
import { beginSession, type LogInPlace } from './sessions.ts';

/**
 * Begins a new session. An unknown name and a wrong password are refused alike, in words and in time, so that
 * neither tells which names exist.
 * @throws Refusal `wrong-credentials`, `too-many-tries`, and `suspended` only to whoever knows the password
 */
export async function logIn(
  chat: Pick<Chat, 'passwords' | 'metrics' | 'audit' | 'caller'> &
    Parameters<typeof beginSession>[0] &
    Parameters<typeof guardTry>[0],
  { name, password, sharedComputer }: LogInBody,
  place: LogInPlace,
): Promise<LoggedIn> {
  const known = place.known?.person === nameFrom(name) ? place.known?.id : undefined;
  const guess = await guardTry(chat, { what: 'password', account: name, known });
  const profile = await findByTyped(chat, name);
  const matches = await chat.passwords.matches(password, profile?.passwordHash);
  if (!profile || !matches) {
    chat.metrics.add('LogInsRefused', 1);
    const refused = await refusal(chat, profile, 'wrong-credentials');
    if (guess.isLastFree && profile) await recordEvent(chat, 'throttled', { person: profile.name });
    throw refused;
  }
  await clearTries(chat, guess);
  if (profile.standing === 'suspended') throw await refusal(chat, profile, 'suspended');
  const shown = await withUpToDateHash(chat, profile, password);
  const session = await beginSession(chat, shown, place, sharedComputer);
  await recordEvent(chat, 'logged-in', { person: profile.name, session: session.id });
  return { me: toPerson(profile), session };
}

/** Writes down that it was refused: by the name that somebody has, if any, as what was typed may be a password in the wrong field. */
async function refusal(
  chat: Parameters<typeof recordEvent>[0],
  profile: Profile | undefined,
  reason: 'wrong-credentials' | 'suspended',
): Promise<Refusal> {
  await recordEvent(chat, 'log-in-refused', {
    ...(profile && { person: profile.name }),
    details: { reason },
  });
  return new Refusal(reason);
}

/** What is typed at log-in may be anything; a store is asked for names only. */
async function findByTyped({ people }: Pick<Chat, 'people'>, typed: string): Promise<Profile | undefined> {
  const name = nameFrom(typed);
  return name === undefined ? undefined : people.find(name);
}

/** Only now, while the password is at hand, can it be hashed as it would be today. */
async function withUpToDateHash(
  { people, passwords }: Pick<Chat, 'people' | 'passwords'>,
  profile: Profile,
  password: string,
): Promise<Profile> {
  const former = profile.passwordHash;
  if (!(await passwords.isOutdated(former))) return profile;
  const next = await passwords.hash(password);
  if (await people.replacePassword(profile.name, { former, next })) return { ...profile, passwordHash: next };
  // Somebody was faster: another log-in with the same password, or a change of it, after which this one comes too late.
  const now = await people.find(profile.name);
  return now && (await passwords.matches(password, now.passwordHash)) ? now : profile;
}
