import type { PushedFrame } from '../protocol/server-frames.ts';
import type { Side } from '../protocol/side.ts';
import { isBlocking } from './blocks.ts';
import type { Chat } from './ports.ts';
import { pushFrames } from './push-frames.ts';
import type { KeptSide, Shelf } from './side-ports.ts';

const NOTHING_KEPT = { received: 0, read: 0, readMessages: 0 };

/** A side as its person's devices know it. */
export function toSide(kept: KeptSide | undefined, { starred, hidden }: Shelf): Side {
  const { told: _, blocks, ...side } = kept ?? { ...NOTHING_KEPT, told: NOTHING_KEPT, blocks: [] };
  return {
    ...side,
    ...(isBlocking({ blocks }) && { blocked: true }),
    ...(starred.length > 0 && { starred }),
    ...(hidden.length > 0 && { hidden }),
  };
}

/** Somebody's side of a conversation as it is now. */
export async function readSide(
  { peers, shelves }: Pick<Chat, 'peers' | 'shelves'>,
  person: string,
  peer: string,
): Promise<Side> {
  const key = { person, peer };
  const [[kept], [shelf]] = await Promise.all([peers.sides([key]), shelves.of([key])]);
  return toSide(kept, shelf ?? { starred: [], hidden: [] });
}

/** Tells somebody's other devices what has changed on this one. */
export async function tellOwnDevices(
  chat: Parameters<typeof pushFrames>[0] & Pick<Chat, 'clock'>,
  { person, connectionId: answered }: { person: string; connectionId: string },
  frame: PushedFrame,
): Promise<void> {
  const devices = await chat.connections.live(person, chat.clock.now());
  await pushFrames(
    chat,
    devices
      .filter(({ connectionId }) => connectionId !== answered)
      .map(({ connectionId }) => ({ person, connectionId, frame })),
  );
}
