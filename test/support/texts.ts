import type { Entry } from '../../lib/protocol/entries.ts';
import type { Entries, PushedFrame } from '../../lib/protocol/server-frames.ts';

/** The texts of the messages among entries, as they were first sent. */
export function textsOf(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => (entry.kind === 'message' ? [entry.text] : []));
}

/** The frames with entries among those that were pushed. */
export function entriesIn(pushed: readonly PushedFrame[]): Entries[] {
  return pushed.filter((frame) => frame.action === 'entries');
}
