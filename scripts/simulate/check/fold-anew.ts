import type { Entry } from '../../../lib/protocol/entries.ts';

/** A message as PROTOCOL.md says that it is to be shown. */
export interface Expected {
  readonly seq: number;
  readonly from: string;
  readonly text: string;
  readonly isGone: boolean;
  /** Whether its text is gone, and no deletion is in the log. */
  readonly isHalfGone: boolean;
  /** `👍 alice`, in alphabetical order. */
  readonly reactions: readonly string[];
}

/** What a log shows, worked out anew for each message from all of the log: slow, and in no way as the pages do it. */
export function foldAnew(log: readonly Entry[]): Expected[] {
  return log.flatMap((message) => (message.kind === 'message' ? [shown(message, log)] : []));
}

function shown(message: Entry & { kind: 'message' }, log: readonly Entry[]): Expected {
  const { seq, from } = message;
  const about = log.filter((entry) => 'target' in entry && entry.target === seq);
  const isGone = about.some((entry) => entry.kind === 'deletion' && entry.from === from);
  const isHalfGone = !isGone && message.gone !== undefined;
  if (isGone) return { seq, from, text: '', isGone, isHalfGone, reactions: [] };
  const edits = about.filter((entry) => entry.kind === 'edit' && entry.from === from);
  const lastEdit = edits.at(-1);
  const text = lastEdit?.kind === 'edit' ? lastEdit.text : message.text;
  const people = new Set(about.filter(({ kind }) => kind === 'reaction').map((entry) => entry.from));
  const reactions = [...people].flatMap((person) => {
    const last = about.findLast((entry) => entry.kind === 'reaction' && entry.from === person);
    return last?.kind === 'reaction' && last.emoji !== null ? [`${last.emoji} ${person}`] : [];
  });
  return { seq, from, text, isGone, isHalfGone, reactions: reactions.sort() };
}
