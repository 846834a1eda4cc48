import { nameFrom } from '../../protocol/names.ts';
import type { RecoverBody } from '../../protocol/second-factor-rest.ts';
import type { Profile } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { recoveryCodeIn } from './codes.ts';
import { endSessionsOf } from './end-sessions.ts';
import { clearTries, guardTry } from './guard-tries.ts';
import { type LoggedIn, toPerson } from './logged-in.ts';
import { requireUncommon } from './new-password.ts';
import { refuseLogIn } from './refuse-log-in.ts';
import { requireSecondFactor } from './require-second-factor.ts';
import { beginSession, type LogInPlace } from './sessions.ts';
import { deviceKnownTo, findByTyped } from './typed-name.ts';

/** Each round that is lost is a log-in that has just hashed the former password anew. */
const MAX_ROUNDS = 5;

type RecoverPorts = Pick<Chat, 'commonPasswords' | 'passwords'> &
  Parameters<typeof beginSession>[0] &
  Parameters<typeof requireSecondFactor>[0];

/**
 * Puts another password in place of one that was forgotten, on a recovery code, and logs its person in; all other sessions
 * end. Whoever has a second factor has to show that as well. An unknown name and a wrong code are refused alike.
 * @throws Refusal `wrong-recovery-code`, `common-password`, `too-many-tries`, and only to whoever has a right code
 * `suspended`, `second-factor-needed`, `wrong-code`
 */
export async function recover(
  chat: RecoverPorts,
  { name, recoveryCode: typed, code, password, sharedComputer }: RecoverBody,
  place: LogInPlace,
): Promise<LoggedIn> {
  await requireUncommon(chat, name.toLowerCase(), password);
  const known = deviceKnownTo(name, place);
  const recoveryCode = recoveryCodeIn(typed);
  const profile = await requireRecoveryCode(chat, name, recoveryCode, known);
  const person = profile.name;
  if (profile.standing === 'suspended') throw await refuseLogIn(chat, person, 'suspended');
  await requireSecondFactor(chat, { person, known, takesRecoveryCode: false }, code);
  // Only now: nothing that was refused has used it up. Somebody may have been faster with the same one.
  if (!(await chat.recoveryCodes.take(person, `${recoveryCode}`))) throw new Refusal('wrong-recovery-code');

  const changed = await putPassword(chat, person, await chat.passwords.hash(password));
  const session = await beginSession(chat, changed, place, sharedComputer);
  await endSessionsOf(chat, person, { except: session.id });
  await recordEvent(chat, 'recovered', { person, session: session.id });
  return { me: toPerson(changed), session };
}

/** The profile of whoever has shown one of their codes, which is still to be used up. */
async function requireRecoveryCode(
  chat: RecoverPorts,
  typed: string,
  code: string | undefined,
  known: string | undefined,
): Promise<Profile> {
  const guess = await guardTry(chat, { what: 'recovery-code', account: typed, known });
  const profile = await findByTyped(chat, typed);
  const name = nameFrom(typed);
  // Asked of nobody's as well, or the time would tell which names exist.
  const isRight = name !== undefined && code !== undefined && (await chat.recoveryCodes.has(name, code));
  if (!profile || !isRight) throw await refuseLogIn(chat, profile?.name, 'wrong-recovery-code', guess);
  await clearTries(chat, guess);
  return profile;
}

async function putPassword(
  { people }: Pick<Chat, 'people'>,
  name: string,
  passwordHash: string,
): Promise<Profile> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const profile = await people.find(name);
    // They have just deleted their account.
    if (!profile) throw new Refusal('wrong-recovery-code');
    const hashes = { former: profile.passwordHash, next: passwordHash };
    if (await people.replacePassword(name, hashes)) return { ...profile, passwordHash };
  }
  throw new Error(`A password was changed by others ${MAX_ROUNDS} times in a row.`);
}
