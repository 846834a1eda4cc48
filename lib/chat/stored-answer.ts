import type { Entry } from '../protocol/entries.ts';
import type { Stored } from '../protocol/server-frames.ts';

/** Answers a frame that appends to the log with somebody: where each of its entries stands. */
export function storedAnswer(id: string, name: string, entries: readonly Entry[]): Stored {
  const stored = entries.map(({ clientId, seq, at, messages }) => ({ clientId, seq, at, messages }));
  return { action: 'stored', id, with: name, stored };
}
