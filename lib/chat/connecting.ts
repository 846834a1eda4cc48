import { LEASE_MS, TICKET_LIFETIME_MS } from '../protocol/limits.ts';
import type { Preferences } from '../protocol/side.ts';
import type { Session } from './account-ports.ts';
import { requireSession } from './accounts/sessions.ts';
import { requireRoomForSocket } from './connection-limit.ts';
import type { Connection, ConnectionIdentity, Ticket } from './connection-ports.ts';
import { forgetConnection } from './forget-connection.ts';
import type { Chat } from './ports.ts';
import { tellPresence } from './presence.ts';
import { Refusal } from './refusal.ts';
import { toPreferences } from './side.ts';
import { NEW_PREFERENCES } from './side-ports.ts';

/**
 * A ticket for one socket, bound to the session, unless its person has as many as may be.
 * @throws Refusal `too-many-connections`
 */
export async function issueTicketIfRoom(
  chat: Parameters<typeof issueTicket>[0] & Parameters<typeof requireRoomForSocket>[0],
  session: Session,
): Promise<Ticket> {
  await requireRoomForSocket(chat, { person: session.person, session: session.id });
  return issueTicket(chat, session);
}

/** A ticket for one socket, bound to the session. */
export async function issueTicket(
  { tickets, clock, random }: Pick<Chat, 'tickets' | 'clock' | 'random'>,
  session: Session,
): Promise<Ticket> {
  const ticket = {
    secret: random.secret(),
    person: session.person,
    session: session.id,
    expiresAt: clock.now() + TICKET_LIFETIME_MS,
  };
  await tickets.add(ticket);
  return ticket;
}

/**
 * The session whose ticket this is. The ticket is used up, whether or not its session still lives.
 * @throws Refusal `not-signed-in` for a ticket that is unknown, used or expired, or whose session has ended
 */
export async function redeemTicket(
  chat: Pick<Chat, 'tickets' | 'sessions' | 'clock'>,
  secret: string,
): Promise<Session> {
  const ticket = await chat.tickets.take(secret, chat.clock.now());
  if (!ticket) throw new Refusal('not-signed-in');
  return requireSession(chat, { person: ticket.person, id: ticket.session });
}

/**
 * Counts a connection that has just been opened as live, and its person as there.
 * @throws Refusal `not-signed-in` if its session has ended meanwhile, `too-many-connections` if others were opened since it got
 *   its ticket; whatever is thrown, nothing is counted then, as far as the store can be reached
 */
export async function openConnection(
  chat: Parameters<typeof holdConnection>[0] &
    Parameters<typeof tellPresence>[0] &
    Parameters<typeof requireRoomForSocket>[0],
  identity: ConnectionIdentity,
): Promise<void> {
  const { person, connectionId } = identity;
  try {
    const now = chat.clock.now();
    const { connection } = await holdConnection(chat, identity);
    // Only now, and strongly: of two that are opened in the same moment, each then sees the other.
    await requireRoomForSocket(chat, identity, { strong: true });
    await Promise.all([
      chat.connections.saw(person, now),
      tellPresence(chat, person, { online: true, until: connection.leaseEndsAt }),
    ]);
  } catch (error) {
    // Nobody tells of the end of what was never opened: it would take the place of a socket until its lease ends.
    await chat.connections.remove(person, connectionId).catch((reason) => {
      chat.log.warn('connection that was not opened not forgotten', { connectionId, reason: String(reason) });
    });
    throw error;
  }
}

/** A connection that is live, and what others may know of its person, as it was read on the way. */
export interface Held {
  readonly connection: Connection;
  readonly preferences: Preferences;
}

/**
 * Counts the connection as live for a lease from now, and what it watches as watched for as long.
 * @throws Refusal `not-signed-in` if its session has ended
 */
export async function holdConnection(
  chat: Parameters<typeof renewLease>[0] & Pick<Chat, 'sessions'>,
  identity: ConnectionIdentity,
): Promise<Held> {
  const held = await renewLease(chat, identity);
  // Only now: who ends the session closes the connections that are held, after the session has ended.
  try {
    await requireSession(chat, { person: identity.person, id: identity.session });
  } catch (error) {
    await forgetConnection(chat, held.connection);
    throw error;
  }
  return held;
}

/** The same for a connection that is known to be live. */
export async function renewLease(
  {
    connections,
    watches,
    preferences,
    clock,
  }: Pick<Chat, 'connections' | 'watches' | 'preferences' | 'clock'>,
  { person, connectionId, session }: ConnectionIdentity,
): Promise<Held> {
  const [kept = NEW_PREFERENCES] = await preferences.of([person]);
  const { blocked: blocks } = kept;
  const leaseEndsAt = clock.now() + LEASE_MS;
  const connection = await connections.hold({
    person,
    connectionId,
    session,
    leaseEndsAt,
    ...(blocks.length > 0 && { blocks }),
  });
  const { watching } = connection;
  if (watching !== undefined) await renewWatch(watches, connection, watching, clock.now());
  return { connection, preferences: toPreferences(kept) };
}

/** Forgets a connection that has ended; its person is gone with the last one. */
export async function closeConnection(
  chat: Parameters<typeof tellPresence>[0],
  { person, connectionId }: ConnectionIdentity,
): Promise<void> {
  const now = chat.clock.now();
  const watched = await chat.connections.remove(person, connectionId);
  if (watched !== undefined) await chat.watches.remove(watched, connectionId);
  await chat.connections.saw(person, now);
  // Strongly: of two that end in the same moment, the later one has to see that none is left.
  const others = await chat.connections.live(person, now, { strong: true });
  if (others.length === 0) await tellPresence(chat, person, { online: false, lastSeen: now });
}

async function renewWatch(
  watches: Chat['watches'],
  { connectionId, leaseEndsAt }: Connection,
  watched: string,
  now: number,
): Promise<void> {
  const watch = (await watches.of(watched, now)).find((each) => each.connectionId === connectionId);
  if (watch) await watches.add({ ...watch, leaseEndsAt });
}
