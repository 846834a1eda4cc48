import type { Conversation } from './model.ts';
import { entriesAfter } from './sides.ts';

/** The number of the last entry before the next message that is shown: whoever has seen a message has seen what it has become. */
export function upToNextMessage(
  { entries, side }: Pick<Conversation, 'entries' | 'side'>,
  seq: number,
): number {
  const next = entriesAfter(entries, seq).find(
    (entry) => entry.kind === 'message' && entry.gone !== 'blocked' && !side.hidden?.includes(entry.seq),
  );
  return next ? next.seq - 1 : (entries.at(-1)?.seq ?? seq);
}
