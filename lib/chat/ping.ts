import type { Ping } from '../protocol/client-frames.ts';
import type { Pong } from '../protocol/server-frames.ts';
import { holdConnection } from './connecting.ts';
import type { ConnectionIdentity } from './connection-ports.ts';

/**
 * Holds the connection for another lease, and tells what its device may have missed while it had none.
 * @throws Refusal `not-signed-in` if its session has ended
 */
export async function ping(
  chat: Parameters<typeof holdConnection>[0],
  sender: ConnectionIdentity,
  { id }: Ping,
): Promise<Pong> {
  const { preferences } = await holdConnection(chat, sender);
  return { action: 'pong', id, at: chat.clock.now(), preferences };
}
