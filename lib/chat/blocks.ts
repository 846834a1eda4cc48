import type { Entry } from '../protocol/entries.ts';
import { scrubbed } from '../protocol/scrubbed.ts';
import type { Block, KeptSide } from './side-ports.ts';

/** Whether a block has begun and not ended. */
export function isBlocking({ blocks }: Pick<KeptSide, 'blocks'>): boolean {
  const last = blocks.at(-1);
  return last !== undefined && last.to === undefined;
}

/** With a block that begins behind the last entry; the same if one has begun already. */
export function blocked(blocks: readonly Block[], last: number): readonly Block[] {
  return isBlocking({ blocks }) ? blocks : [...blocks, { from: last }];
}

/** With the block at an end that had none; what was written during it stays hidden. */
export function unblocked(blocks: readonly Block[], last: number): readonly Block[] {
  return blocks.map((block) => (block.to === undefined ? { ...block, to: last } : block));
}

/** The entries as somebody reads them who had blocked the peer at times: without what those then said. */
export function withoutBlocked(
  entries: readonly Entry[],
  peer: string,
  side: Pick<KeptSide, 'blocks'> | undefined,
): readonly Entry[] {
  if (!side || side.blocks.length === 0) return entries;
  return entries.map((entry) =>
    entry.from === peer && side.blocks.some((block) => isIn(block, entry.seq))
      ? scrubbed(entry, 'blocked')
      : entry,
  );
}

function isIn({ from, to = Number.POSITIVE_INFINITY }: Block, seq: number): boolean {
  return seq > from && seq <= to;
}
