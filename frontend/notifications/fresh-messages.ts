import type { MessageEntry } from '../../lib/protocol/entries.ts';
import type { State } from '../state/model.ts';
import { newestAt } from '../state/newest-at.ts';
import { tellsOfNews } from '../state/news.ts';
import { myName } from '../state/reducer.ts';
import { lastSeq } from '../state/run.ts';
import { NO_SIDE } from '../state/sides.ts';

/** A message that somebody may be told of. */
export interface Fresh {
  readonly with: string;
  readonly message: MessageEntry;
}

/**
 * Finds what has come since it was asked the last time, and is to be told of: never of somebody who is muted, blocked,
 * put away or not accepted, and nothing that was there when the page opened or that was read elsewhere.
 */
export function createFreshMessages(first: State): (state: State, now: number) => Fresh[] {
  const since = newestAt(first.conversations);
  const told = new Map([...first.conversations].map(([name, held]) => [name, lastSeq(held)]));
  let seen = first.conversations;

  return (state, now) => {
    const { conversations } = state;
    if (conversations === seen) return [];
    const before = seen;
    seen = conversations;
    const me = myName(state);
    return [...conversations].flatMap(([name, held]): Fresh[] => {
      if (before.get(name) === held || name === me) return [];
      const upTo = Math.max(told.get(name) ?? 0, held.side.read);
      const isToTell = tellsOfNews(held, now);
      // As long as nobody has said how my side is, it may still be to tell.
      if (held.said !== NO_SIDE) told.set(name, lastSeq(held));
      const message = held.entries.findLast(
        (entry): entry is MessageEntry =>
          entry.kind === 'message' &&
          entry.from !== me &&
          entry.seq > upTo &&
          entry.at > since &&
          !entry.gone,
      );
      return isToTell && message ? [{ with: name, message }] : [];
    });
  };
}
