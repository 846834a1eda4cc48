import type { Entry } from '../protocol/entries.ts';
import type { Chat } from './ports.ts';

/** The list of conversations is ordered to the hour, so it is written at most once an hour per conversation. */
const ACTIVITY_STEP_MS = 60 * 60_000;

/**
 * Moves a conversation up in both people's lists if an entry begins it or a new hour of it. This comes before the entry
 * is there: whoever does it may end in between, and the sender may find the entry stored and never send it again, so that
 * nobody would be led to it. To be led to where it is going to be does no harm.
 */
export async function touchPeers(
  { peers }: Pick<Chat, 'peers'>,
  [one, other]: readonly [from: string, to: string],
  entry: Entry,
  last: Entry | undefined,
): Promise<void> {
  if (last && stepOf(last) === stepOf(entry)) return;
  // What somebody new has written waits until it is accepted.
  const request = entry.seq === 1 && one !== other;
  await Promise.all([
    peers.touch(one, other, entry.at),
    one !== other && peers.touch(other, one, entry.at, { request }),
  ]);
}

function stepOf({ at }: Entry): number {
  return Math.floor(at / ACTIVITY_STEP_MS);
}
