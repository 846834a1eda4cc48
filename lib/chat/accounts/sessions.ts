import type { Session } from '../account-ports.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';

/** How long a log-in lasts, if it is not ended before. */
export const SESSION_LIFETIME_MS = 30 * 24 * 60 * 60_000;

/** The same on a computer that others use, where a browser may well be left open. */
export const SHARED_SESSION_LIFETIME_MS = 12 * 60 * 60_000;

/** Begins a session of somebody who has shown who they are. */
export async function beginSession(
  { sessions, clock, random }: Pick<Chat, 'sessions' | 'clock' | 'random'>,
  person: string,
  sharedComputer = false,
): Promise<Session> {
  const lifetimeMs = sharedComputer ? SHARED_SESSION_LIFETIME_MS : SESSION_LIFETIME_MS;
  const session: Session = {
    person,
    id: random.secret(),
    expiresAt: clock.now() + lifetimeMs,
    ...(sharedComputer && { sharedComputer }),
  };
  await sessions.add(session);
  return session;
}

/**
 * The live session with this id.
 * @throws Refusal `not-signed-in` if it has ended
 */
export async function requireSession(
  chat: Pick<Chat, 'sessions' | 'clock'>,
  claimed: Pick<Session, 'person' | 'id'>,
): Promise<Session> {
  const session = await chat.sessions.find(claimed.person, claimed.id, chat.clock.now());
  if (!session) throw new Refusal('not-signed-in');
  return session;
}
