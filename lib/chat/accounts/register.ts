import type { RegisterBody } from '../../protocol/rest.ts';
import { recordEvent } from '../audit.ts';
import { networkOf } from '../network-of.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { takeTurn } from '../take-turn.ts';
import { perHour } from '../throttle-limits.ts';
import type { LoggedIn } from './logged-in.ts';
import { requireUncommon } from './new-password.ts';
import { beginSession, type LogInPlace } from './sessions.ts';

/**
 * Makes an account and logs its person in.
 * @throws Refusal `name-taken`, `common-password`, `too-many-tries`
 */
export async function register(
  chat: Pick<Chat, 'passwords' | 'commonPasswords' | 'audit' | 'caller'> &
    Parameters<typeof beginSession>[0] &
    Parameters<typeof guardRegister>[0],
  { name, displayName = name, password, sharedComputer }: RegisterBody,
  place: LogInPlace,
): Promise<LoggedIn> {
  await requireUncommon(chat, name, password);
  await guardRegister(chat);
  const passwordHash = await chat.passwords.hash(password);
  const profile = { name, displayName, passwordHash, createdAt: chat.clock.now() };
  if (!(await chat.people.add(profile))) throw new Refusal('name-taken', { field: 'name' });
  const session = await beginSession(chat, profile, place, sharedComputer);
  await recordEvent(chat, 'registered', { person: name, session: session.id });
  return { me: { name, displayName }, session };
}

/** Before anything is worked out for it. A name that turns out to be taken counts as well: it was asked for. */
async function guardRegister(
  chat: Pick<Chat, 'throttle' | 'throttleLimits' | 'caller' | 'clock'>,
): Promise<void> {
  const { accountsPerHourAndAddress, accountsPerHour } = chat.throttleLimits;
  const network = networkOf(chat.caller.address);
  await takeTurn(chat, `accounts#from#${network}`, perHour(accountsPerHourAndAddress), 'too-many-tries');
  await takeTurn(chat, 'accounts', perHour(accountsPerHour), 'too-many-tries');
}
