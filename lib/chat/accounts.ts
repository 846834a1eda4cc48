import { nameFrom, type Person } from '../protocol/names.ts';
import type { LogInBody, RegisterBody } from '../protocol/rest.ts';
import type { Chat, Profile, Session } from './ports.ts';
import { endPushSubscriptions } from './push-subscriptions.ts';
import { Refusal } from './refusal.ts';

/** How long a log-in lasts, if it is not ended before. */
export const SESSION_LIFETIME_MS = 30 * 24 * 60 * 60_000;

/** The same on a computer that others use, where a browser may well be left open. */
export const SHARED_SESSION_LIFETIME_MS = 12 * 60 * 60_000;

export interface LoggedIn {
  readonly me: Person;
  readonly session: Session;
}

/**
 * Makes an account and logs its person in.
 * @throws Refusal `name-taken`
 */
export async function register(
  chat: Pick<Chat, 'people' | 'sessions' | 'passwords' | 'clock' | 'random'>,
  { name, displayName = name, password, sharedComputer }: RegisterBody,
): Promise<LoggedIn> {
  const passwordHash = await chat.passwords.hash(password);
  const added = await chat.people.add({ name, displayName, passwordHash, createdAt: chat.clock.now() });
  if (!added) throw new Refusal('name-taken', { field: 'name' });
  return { me: { name, displayName }, session: await beginSession(chat, name, sharedComputer) };
}

/**
 * Begins a new session. An unknown name and a wrong password are refused alike, in words and in time, so that
 * neither tells which names exist.
 * @throws Refusal `wrong-credentials`
 */
export async function logIn(
  chat: Pick<Chat, 'people' | 'sessions' | 'passwords' | 'clock' | 'random' | 'metrics'>,
  { name, password, sharedComputer }: LogInBody,
): Promise<LoggedIn> {
  const profile = await findByTyped(chat, name);
  const matches = await chat.passwords.matches(password, profile?.passwordHash);
  if (!profile || !matches) {
    chat.metrics.add('LogInsRefused', 1);
    throw new Refusal('wrong-credentials');
  }
  const me = { name: profile.name, displayName: profile.displayName };
  return { me, session: await beginSession(chat, profile.name, sharedComputer) };
}

/** What is typed at log-in may be anything; a store is asked for names only. */
async function findByTyped({ people }: Pick<Chat, 'people'>, typed: string): Promise<Profile | undefined> {
  const name = nameFrom(typed);
  return name === undefined ? undefined : people.find(name);
}

/** Ends the session on the server, so that a copy of its cookie is worth nothing and its devices are told nothing more. */
export async function logOut(
  chat: Pick<Chat, 'sessions' | 'pushSubscriptions' | 'clock'>,
  session: Session,
): Promise<void> {
  // Before the session: a log-out that fails halfway can be tried again only while that lives.
  await endPushSubscriptions(chat, session);
  await chat.sessions.remove(session.person, session.id);
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

async function beginSession(
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
