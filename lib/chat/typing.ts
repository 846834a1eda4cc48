import type { Typing } from '../protocol/client-frames.ts';
import type { ConnectionIdentity } from './connection-ports.ts';
import type { Chat } from './ports.ts';
import { pushFrames } from './push-frames.ts';

/** Tells somebody that they are being written to, where they have the conversation open. Nothing is kept of it. */
export async function typing(
  chat: Pick<Chat, 'clock'> & Parameters<typeof pushFrames>[0],
  { person }: ConnectionIdentity,
  { to }: Typing,
): Promise<void> {
  const watches = await chat.watches.of(person, chat.clock.now());
  const frame = { action: 'typing', with: person } as const;
  await pushFrames(
    chat,
    watches
      .filter(({ watcher }) => watcher === to)
      .map(({ watcher, connectionId }) => ({ person: watcher, connectionId, frame })),
  );
}
