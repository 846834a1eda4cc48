import type { PushedFrame } from '../protocol/server-frames.ts';
import type { Preferences, Side } from '../protocol/side.ts';
import { isBlocking } from './blocks.ts';
import type { Chat } from './ports.ts';
import { pushFrames } from './push-frames.ts';
import { EMPTY_SHELF, type KeptPreferences, type KeptSide, NEW_SIDE, type Shelf } from './side-ports.ts';

/** A side as its person's devices know it; a new one with an empty shelf where nothing is kept. */
export function toSide(
  { told: _, blocks, ...side }: KeptSide = NEW_SIDE,
  { starred, hidden }: Shelf = EMPTY_SHELF,
): Side {
  return {
    ...side,
    ...(isBlocking({ blocks }) && { blocked: true }),
    ...(starred.length > 0 && { starred }),
    ...(hidden.length > 0 && { hidden }),
  };
}

/** What others may know of somebody, as their devices know it. */
export function toPreferences({ readReceipts, presence }: KeptPreferences): Preferences {
  return { readReceipts, presence };
}

/** Tells somebody's devices what has changed, but for the one that is answered itself, if it is on a socket. */
export async function tellOwnDevices(
  chat: Parameters<typeof pushFrames>[0] & Pick<Chat, 'clock'>,
  { person, connectionId: answered }: { person: string; connectionId?: string },
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
