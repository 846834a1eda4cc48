import { LEASE_MS } from '../protocol/limits.ts';
import type { Connection } from './connection-ports.ts';
import { forgetConnection } from './forget-connection.ts';
import type { Chat } from './ports.ts';

/** API Gateway keeps no socket longer; one that does not ping may be open so long after its lease has ended. */
export const SOCKET_LIFETIME_MS = 2 * 60 * 60_000;

/** From the answer of `$connect` until the gateway has opened the socket; until then there is nothing to be closed. */
const OPENING_MS = 3_000;
const TRY_AGAIN_AFTER_MS = 400;

/**
 * Closes the open sockets of somebody's sessions. One that can't be closed is written to the log; its session has ended all
 * the same, and it gets no pushes any more when its lease ends.
 * @param isMeant of a session's id
 */
export async function closeConnections(
  chat: Pick<Chat, 'connections' | 'watches' | 'clock' | 'log'> & {
    readonly push: Pick<Chat['push'], 'close'>;
  },
  person: string,
  isMeant: (session: string) => boolean,
): Promise<void> {
  const now = chat.clock.now();
  const perhapsOpen = await chat.connections.live(person, now - SOCKET_LIFETIME_MS, { strong: true });
  const close = async (connection: Connection) => {
    const { connectionId, leaseEndsAt } = connection;
    let outcome = await chat.push.close(connectionId);
    if (outcome === 'gone' && leaseEndsAt - LEASE_MS > now - OPENING_MS) {
      await chat.clock.wait(TRY_AGAIN_AFTER_MS);
      outcome = await chat.push.close(connectionId);
    }
    // Of one that was closed the gateway tells that it has ended.
    if (outcome === 'gone') await forgetConnection(chat, connection);
    if (outcome === 'failed') chat.log.warn('socket not closed', { person, connectionId });
  };
  await Promise.all(perhapsOpen.filter(({ session }) => isMeant(session)).map(close));
}
