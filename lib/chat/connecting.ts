import { LEASE_MS, TICKET_LIFETIME_MS } from '../protocol/limits.ts';
import { requireSession } from './accounts.ts';
import type { Chat, Connection, Session, Ticket } from './ports.ts';
import { Refusal } from './refusal.ts';

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

/** Who a connection is, as its authorizer said. */
export type ConnectionIdentity = Omit<Connection, 'leaseEndsAt'>;

/** Counts the connection as live for a lease from now: on `$connect` and on every `ping`. */
export async function holdConnection(
  { connections, clock }: Pick<Chat, 'connections' | 'clock'>,
  connection: ConnectionIdentity,
): Promise<void> {
  await connections.hold({ ...connection, leaseEndsAt: clock.now() + LEASE_MS });
}

/** Forgets a connection that has ended. */
export async function forgetConnection(
  { connections }: Pick<Chat, 'connections'>,
  { person, connectionId }: ConnectionIdentity,
): Promise<void> {
  await connections.remove(person, connectionId);
}
