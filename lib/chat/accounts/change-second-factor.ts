import type {
  PreparedSecondFactor,
  TurnOffSecondFactorBody,
  TurnOnSecondFactorBody,
} from '../../protocol/second-factor-rest.ts';
import type { Session } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { BASE32, inBase32 } from './base32.ts';
import { oneTimeCodeIn } from './codes.ts';
import { endSessionsOf } from './end-sessions.ts';
import { clearTries, guardTry } from './guard-tries.ts';
import { requirePassword } from './require-password.ts';

/** As long as SHA-1's output: what RFC 4226 (4, R6) recommends. */
const SECRET_BYTES = 20;

type ChangePorts = Pick<Chat, 'secondFactors' | 'oneTimeCodes'> &
  Parameters<typeof requirePassword>[0] &
  Parameters<typeof endSessionsOf>[0];

/** Makes a secret for an app. It guards nothing until a code of it is shown. */
export async function prepareSecondFactor(
  { secondFactors, oneTimeCodes, random }: Pick<Chat, 'secondFactors' | 'oneTimeCodes' | 'random'>,
  { person }: Session,
): Promise<PreparedSecondFactor> {
  const secret = random.bytes(SECRET_BYTES);
  await secondFactors.prepare(person, await oneTimeCodes.seal(person, secret));
  return { secret: inBase32(secret, BASE32) };
}

/**
 * Turns on what was prepared, when somebody has shown that their app has it: nobody locks themselves out by a code that was
 * not scanned. It takes the place of a factor that is on.
 * @throws Refusal `wrong-credentials`, `wrong-code`, `too-many-tries`
 */
export async function turnOnSecondFactor(
  chat: ChangePorts,
  session: Session,
  { password, code: typed, endOthers }: TurnOnSecondFactorBody,
): Promise<void> {
  const { person, id, publicId } = session;
  await requirePassword(chat, session, password, 'password');
  const guess = await guardTry(chat, { what: 'second-factor', account: person, known: publicId });
  if (!(await turnOnPrepared(chat, person, typed))) {
    await recordEvent(chat, 'log-in-refused', {
      person,
      details: { asked: 'a code of a new second factor' },
    });
    throw new Refusal('wrong-code', { field: 'code' });
  }
  await clearTries(chat, guess);
  if (endOthers) await endSessionsOf(chat, person, { except: id });
  await recordEvent(chat, 'second-factor-on', { person, session: id });
}

/** @throws Refusal `wrong-credentials`, `too-many-tries` */
export async function turnOffSecondFactor(
  chat: ChangePorts,
  session: Session,
  { password, endOthers }: TurnOffSecondFactorBody,
): Promise<void> {
  const { person, id } = session;
  await requirePassword(chat, session, password, 'password');
  await chat.secondFactors.turnOff(person);
  if (endOthers) await endSessionsOf(chat, person, { except: id });
  await recordEvent(chat, 'second-factor-off', { person, session: id });
}

/** Whether it was right, and what was prepared is on now. */
async function turnOnPrepared(
  { secondFactors, oneTimeCodes, clock }: Pick<Chat, 'secondFactors' | 'oneTimeCodes' | 'clock'>,
  person: string,
  typed: string,
): Promise<boolean> {
  const { prepared } = await secondFactors.find(person);
  const code = oneTimeCodeIn(typed);
  if (prepared === undefined || code === undefined) return false;
  const now = clock.now();
  const step = await oneTimeCodes.stepOf(person, prepared, code, now);
  return step !== undefined && secondFactors.turnOn(person, { sealed: prepared, since: now }, step);
}
