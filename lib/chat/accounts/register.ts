import type { RegisterBody } from '../../protocol/rest.ts';
import { recordEvent } from '../audit.ts';
import { networkOf } from '../network-of.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { takeTurn } from '../take-turn.ts';
import { perHour } from '../throttle-limits.ts';
import type { LoggedIn } from './logged-in.ts';
import { beginSession } from './sessions.ts';

/**
 * Makes an account and logs its person in.
 * @throws Refusal `name-taken`, `too-many-tries`
 */
export async function register(
  chat: Pick<Chat, 'people' | 'sessions' | 'passwords' | 'clock' | 'random' | 'audit' | 'caller'> &
    Parameters<typeof guardRegister>[0],
  { name, displayName = name, password, sharedComputer }: RegisterBody,
): Promise<LoggedIn> {
  await guardRegister(chat);
  const passwordHash = await chat.passwords.hash(password);
  const added = await chat.people.add({ name, displayName, passwordHash, createdAt: chat.clock.now() });
  if (!added) throw new Refusal('name-taken', { field: 'name' });
  const session = await beginSession(chat, name, sharedComputer);
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
