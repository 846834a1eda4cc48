import type { LogInBody } from '../../protocol/rest.ts';
import type { Profile } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { clearTries, guardTry } from './guard-tries.ts';
import { type LoggedIn, toPerson } from './logged-in.ts';
import { refuseLogIn } from './refuse-log-in.ts';
import { endIfTurnedOn, requireSecondFactor } from './require-second-factor.ts';
import { beginSession, type LogInPlace } from './sessions.ts';
import { deviceKnownTo, findByTyped } from './typed-name.ts';

/**
 * Begins a new session. An unknown name and a wrong password are refused alike, in words and in time, so that
 * neither tells which names exist.
 * @throws Refusal `wrong-credentials`, `too-many-tries`, and only to whoever knows the password `suspended`,
 * `second-factor-needed`, `wrong-code`
 */
export async function logIn(
  chat: Pick<Chat, 'passwords' | 'metrics' | 'audit' | 'caller'> &
    Parameters<typeof beginSession>[0] &
    Parameters<typeof requireSecondFactor>[0],
  { name, password, code, sharedComputer }: LogInBody,
  place: LogInPlace,
): Promise<LoggedIn> {
  const known = deviceKnownTo(name, place);
  const guess = await guardTry(chat, { what: 'password', account: name, known });
  const profile = await findByTyped(chat, name);
  const matches = await chat.passwords.matches(password, profile?.passwordHash);
  if (!profile || !matches) throw await refuseLogIn(chat, profile?.name, 'wrong-credentials', guess);
  await clearTries(chat, guess);
  if (profile.standing === 'suspended') throw await refuseLogIn(chat, profile.name, 'suspended');
  const asked = { person: profile.name, known, takesRecoveryCode: true };
  const secondFactor = await requireSecondFactor(chat, asked, code);
  const current = await withUpToDateHash(chat, profile, password);
  const session = await beginSession(chat, current, place, sharedComputer);
  if (!secondFactor) await endIfTurnedOn(chat, session);
  await recordEvent(chat, 'logged-in', {
    person: profile.name,
    session: session.id,
    ...(secondFactor && { details: { secondFactor } }),
  });
  return { me: toPerson(profile), session };
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
