import type { Session } from '../account-ports.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { SecondFactor } from '../second-factor-ports.ts';
import { oneTimeCodeIn, recoveryCodeIn } from './codes.ts';
import { endSession } from './end-sessions.ts';
import { clearTries, guardTry } from './guard-tries.ts';
import { refuseLogIn } from './refuse-log-in.ts';

/** By what somebody has shown that they are not only who knows the password. */
export type ShownFactor = 'one-time code' | 'recovery code';

type FactorPorts = Pick<
  Chat,
  'secondFactors' | 'recoveryCodes' | 'oneTimeCodes' | 'metrics' | 'clock' | 'audit' | 'caller'
> &
  Parameters<typeof guardTry>[0];

/** Who is asked. */
export interface AskedForFactor {
  readonly person: string;
  /** See Guess. */
  readonly known: string | undefined;
  /** Not of whom a recovery code stands for the password: it, or another one, does not stand for the second factor as well. */
  readonly takesRecoveryCode: boolean;
}

/**
 * Asks whoever has shown the first factor for the second one, if they have one, and uses the code up.
 * @param code as it was typed
 * @returns by what it was shown; undefined if there is none
 * @throws Refusal `second-factor-needed` without a code, `wrong-code`, `too-many-tries`
 */
export async function requireSecondFactor(
  chat: FactorPorts,
  { person, known, takesRecoveryCode }: AskedForFactor,
  code: string | undefined,
): Promise<ShownFactor | undefined> {
  const { on } = await chat.secondFactors.find(person);
  if (!on) return undefined;
  if (code === undefined) throw new Refusal('second-factor-needed');
  const guess = await guardTry(chat, { what: 'second-factor', account: person, known });
  const shown =
    (await usesOneTimeCode(chat, person, on, code)) ??
    (takesRecoveryCode ? await usesRecoveryCode(chat, person, code) : undefined);
  if (shown) {
    await clearTries(chat, guess);
    return shown;
  }
  // Also of a code that was right, and has been used.
  throw await refuseLogIn(chat, person, 'wrong-code', guess);
}

/**
 * Ends a session that was begun without a second factor, if one was turned on meanwhile: whoever does that ends all sessions
 * that are there, after it.
 * @throws Refusal `second-factor-needed`
 */
export async function endIfTurnedOn(
  chat: Pick<Chat, 'secondFactors'> & Parameters<typeof endSession>[0],
  session: Session,
): Promise<void> {
  const { on } = await chat.secondFactors.find(session.person);
  if (!on) return;
  await endSession(chat, session);
  throw new Refusal('second-factor-needed');
}

async function usesOneTimeCode(
  { secondFactors, oneTimeCodes, clock }: Pick<Chat, 'secondFactors' | 'oneTimeCodes' | 'clock'>,
  person: string,
  { sealed }: SecondFactor,
  typed: string,
): Promise<ShownFactor | undefined> {
  const code = oneTimeCodeIn(typed);
  const step = code === undefined ? code : await oneTimeCodes.stepOf(person, sealed, code, clock.now());
  const isRight = step !== undefined && (await secondFactors.useStep(person, sealed, step));
  return isRight ? 'one-time code' : undefined;
}

async function usesRecoveryCode(
  { recoveryCodes }: Pick<Chat, 'recoveryCodes'>,
  person: string,
  typed: string,
): Promise<ShownFactor | undefined> {
  const code = recoveryCodeIn(typed);
  const isRight = code !== undefined && (await recoveryCodes.take(person, code));
  return isRight ? 'recovery code' : undefined;
}
