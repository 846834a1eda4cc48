import { LEASE_MS, PING_INTERVAL_MS } from '../protocol/limits.ts';
import type { Connection, ConnectionIdentity } from './connection-ports.ts';
import type { Chat } from './ports.ts';
import { Refusal } from './refusal.ts';

/** A ping may be late: a page in the background is woken once a minute. */
const PING_GRACE_MS = 60_000;

/** A connection whose lease is this short has missed a ping, and is most likely gone without having said so. */
const LEASE_AFTER_A_MISSED_PING_MS = LEASE_MS - PING_INTERVAL_MS - PING_GRACE_MS;

/**
 * Whether a person may have one socket more. For the session that asks, those of its own that have missed a ping are gone,
 * and one of its own may be about to be replaced: a device that changes over to its next socket, or comes back after it
 * was killed, is not kept out by itself.
 * @param options.strong whether two that are opened in the same moment see each other
 * @throws Refusal `too-many-connections`, with when the first of them will not count any more, unless it pings
 */
export async function requireRoomForSocket(
  { connections, throttleLimits, clock }: Pick<Chat, 'connections' | 'throttleLimits' | 'clock'>,
  { person, session, connectionId }: Omit<ConnectionIdentity, 'connectionId'> & { connectionId?: string },
  options?: { strong: boolean },
): Promise<void> {
  const now = clock.now();
  const live = await connections.live(person, now, options);
  const others = live.filter((each) => each.connectionId !== connectionId);
  const isOwn = (each: Connection) => each.session === session;
  const counted = others.filter((each) => !isOwn(each) || !hasMissedPing(each, now));
  const replaced = counted.some(isOwn) ? 1 : 0;
  if (counted.length - replaced < throttleLimits.sockets) return;
  const endOf = (each: Connection) =>
    isOwn(each) ? each.leaseEndsAt - LEASE_AFTER_A_MISSED_PING_MS : each.leaseEndsAt;
  throw new Refusal('too-many-connections', { retryAfterMs: Math.min(...counted.map(endOf)) - now });
}

function hasMissedPing({ leaseEndsAt }: Connection, now: number): boolean {
  return leaseEndsAt - now < LEASE_AFTER_A_MISSED_PING_MS;
}
