import type { Connection } from './connection-ports.ts';
import type { Chat } from './ports.ts';

/** Takes a connection that is gone out of what is known, together with what it watched. */
export async function forgetConnection(
  { connections, watches }: Pick<Chat, 'connections' | 'watches'>,
  { person, connectionId }: Pick<Connection, 'person' | 'connectionId'>,
): Promise<void> {
  const watched = await connections.remove(person, connectionId);
  if (watched !== undefined) await watches.remove(watched, connectionId);
}
