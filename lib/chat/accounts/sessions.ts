import type { Profile, Session } from '../account-ports.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { KnownDevice } from '../throttle-ports.ts';
import { endSession } from './end-sessions.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a log-in lasts, if it is not ended before: OWASP ASVS 7.3 asks for both a least use and an end in any case. */
export interface SessionLifetime {
  /** Without being used. */
  readonly idleMs: number;
  /** However much it is used. */
  readonly absoluteMs: number;
  /** Its use is noted at most this often. */
  readonly notedEveryMs: number;
}

export const SESSION_LIFETIME: SessionLifetime = {
  idleMs: 14 * DAY_MS,
  absoluteMs: 90 * DAY_MS,
  notedEveryMs: HOUR_MS,
};

/** On a computer that others use, where a browser may well be left open. */
export const SHARED_SESSION_LIFETIME: SessionLifetime = {
  idleMs: 3 * HOUR_MS,
  absoluteMs: 12 * HOUR_MS,
  notedEveryMs: 10 * MINUTE_MS,
};

/** Where somebody logs in. */
export interface LogInPlace {
  /** See Session. */
  readonly device: string;
  /** The session that the same browser has had so far. */
  readonly former?: Pick<Session, 'person' | 'id'>;
  /** Who has logged in there before, whose tries are counted apart from those of strangers. */
  readonly known?: KnownDevice | undefined;
}

/**
 * Begins a session of somebody who has shown who they are, in place of the one that the browser has had: whoever has put a
 * session of their own into it, or has got hold of the former one, has nothing of the new one.
 * @param profile as it was when they did
 * @throws Refusal `wrong-credentials` if the password is another by now, so that none is begun with one that was just changed,
 * and `suspended`
 */
export async function beginSession(
  chat: Pick<Chat, 'people' | 'sessions' | 'clock' | 'random'> & Parameters<typeof endSession>[0],
  profile: Profile,
  { device, former }: LogInPlace,
  sharedComputer = false,
): Promise<Session> {
  const now = chat.clock.now();
  const begun = {
    person: profile.name,
    id: chat.random.secret(),
    publicId: chat.random.secret(),
    createdAt: now,
    lastUsedAt: now,
    device,
    ...(sharedComputer && { sharedComputer }),
  };
  const session: Session = { ...begun, expiresAt: expiryOf(begun, now) };
  await chat.sessions.add(session);
  // Only now: who changes the password, or suspends somebody, ends all sessions that are there, after that was done.
  const { passwordHash, standing } = (await chat.people.find(profile.name)) ?? {};
  const isKnown = passwordHash === profile.passwordHash;
  if (!isKnown || standing === 'suspended') {
    await endSession(chat, session);
    throw new Refusal(isKnown ? 'suspended' : 'wrong-credentials');
  }
  if (former) await endSession(chat, former);
  return session;
}

/**
 * The live session with this id.
 * @throws Refusal `not-signed-in` if it has ended
 */
export async function requireSession(
  { sessions, clock }: Pick<Chat, 'sessions' | 'clock'>,
  claimed: Pick<Session, 'person' | 'id'>,
): Promise<Session> {
  const session = await sessions.find(claimed.person, claimed.id, clock.now());
  if (!session) throw new Refusal('not-signed-in');
  return session;
}

/**
 * The same, with a note that it is used.
 * @throws Refusal `not-signed-in` if it has ended
 */
export async function useSession(
  { sessions, clock }: Pick<Chat, 'sessions' | 'clock'>,
  claimed: Pick<Session, 'person' | 'id'>,
): Promise<Session> {
  const session = await requireSession({ sessions, clock }, claimed);
  const now = clock.now();
  if (now - session.lastUsedAt < lifetimeOf(session).notedEveryMs) return session;
  const used = { ...session, lastUsedAt: now, expiresAt: expiryOf(session, now) };
  await sessions.touch(used);
  return used;
}

/** When the session is over in any case: ms since 1970. */
export function absoluteEndOf(session: Pick<Session, 'createdAt' | 'sharedComputer'>): number {
  return session.createdAt + lifetimeOf(session).absoluteMs;
}

function expiryOf(session: Pick<Session, 'createdAt' | 'sharedComputer'>, usedAt: number): number {
  return Math.min(usedAt + lifetimeOf(session).idleMs, absoluteEndOf(session));
}

function lifetimeOf({ sharedComputer }: Pick<Session, 'sharedComputer'>): SessionLifetime {
  return sharedComputer ? SHARED_SESSION_LIFETIME : SESSION_LIFETIME;
}
