import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Conversation, OutboxItem } from '../state/model.ts';
import {
  AT_END,
  beginAtRow,
  keepPlace,
  placeIn,
  type ReadingPlace,
  seqAt,
  showRow,
  toEndPx,
} from './reading-place.ts';
import {
  countAfter,
  type RowWindow,
  widenedDown,
  widenedUp,
  windowAround,
  windowAtEnd,
  withNews,
} from './row-window.ts';
import { heldOf, type Row, rowsOf } from './rows.ts';

/** So far from what is in the page, more is put in, so that it is there when the reader is. */
const NEAR_PX = 800;

export interface RowsInPage {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: readonly Row[];
  readonly isAtEnd: boolean;
  /** How many messages have come since the reader left the end. */
  readonly newBelow: number;
  readonly toEnd: () => void;
}

/** A message that somebody wants to see. */
export interface RowGoal {
  readonly seq: number;
  readonly isQuiet: boolean;
  readonly onReached: () => void;
}

/**
 * The rows of a conversation that are in the page, and where the reader is among them. At the end, one stays there
 * whatever comes; further up, what one reads stays where it is, though rows come and go above and below it.
 * @param lastSent the clientId of what was sent last and is not stored yet
 * @param onWantsEarlier is called when the reader is near the first entry that is held
 * @param above something else at each change of what stands above the rows
 */
export function useRowWindow(
  conversation: Conversation,
  unsent: readonly OutboxItem[],
  me: string,
  lastSent: string | undefined,
  onWantsEarlier: () => void,
  above: unknown,
  goal?: RowGoal,
): RowsInPage {
  const scroller = useRef<HTMLDivElement>(null);
  const place = useRef<ReadingPlace>(AT_END);
  const seen = useRef(0);
  const [isAtEnd, setAtEnd] = useState(true);
  // Undefined for as long as the reader has not left the end.
  const [chosen, setChosen] = useState<RowWindow>();

  const held = heldOf(conversation);
  const fitting = chosen && withNews(chosen, held, seqAt(place.current) ?? 'end');
  if (fitting !== chosen) setChosen(fitting);
  const window = fitting ?? windowAtEnd(held);
  const { first, last } = window;
  const rows = useMemo(
    () => rowsOf(conversation, unsent, me, last === undefined ? { first } : { first, last }),
    [conversation, unsent, me, first, last],
  );

  const look = useRef(() => {});
  look.current = () => {
    const log = scroller.current;
    if (!log) return;
    place.current = placeIn(log, last === undefined);
    const isThere = place.current.row === undefined;
    if (isThere) seen.current = held.last;
    setAtEnd(isThere);
    if (log.scrollTop < NEAR_PX && conversation.entries.length > 0) {
      if (first > held.first) setChosen(widenedUp(window, held));
      else onWantsEarlier();
    } else if (last !== undefined && toEndPx(log) < NEAR_PX) setChosen(widenedDown(window, held));
  };

  const toEnd = useCallback(() => {
    place.current = AT_END;
    setChosen(undefined);
    setAtEnd(true);
    const log = scroller.current;
    if (log) keepPlace(AT_END, log);
  }, []);

  // Whoever sends something wants to see it.
  const sentBefore = useRef(lastSent);
  useLayoutEffect(() => {
    if (lastSent !== undefined && lastSent !== sentBefore.current) toEnd();
    sentBefore.current = lastSent;
  }, [lastSent, toEnd]);

  // Before places are kept: the place is now this one.
  useLayoutEffect(() => {
    const log = scroller.current;
    if (!log || !goal || goal.seq < held.first || goal.seq > held.last) return;
    const isInWindow = goal.seq >= first && goal.seq <= (last ?? held.last);
    if (!isInWindow) {
      setChosen(windowAround(goal.seq, held));
      return;
    }
    place.current = (goal.isQuiet ? beginAtRow(log, goal.seq) : showRow(log, goal.seq)) ?? place.current;
    goal.onReached();
  });

  // What moves things: the rows, and what comes above them a moment later.
  useLayoutEffect(() => {
    if (scroller.current) keepPlace(place.current, scroller.current);
    look.current();
  }, [rows, above]);

  useEffect(() => {
    const log = scroller.current;
    if (!log) return;
    const onScroll = () => look.current();
    // A phone's keyboard, a zoom, or a message that is being typed: all of them move what stands here.
    const resized = new ResizeObserver(() => keepPlace(place.current, log));
    resized.observe(log);
    if (log.lastElementChild) resized.observe(log.lastElementChild);
    log.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      resized.disconnect();
      log.removeEventListener('scroll', onScroll);
    };
  }, []);

  return { scroller, rows, isAtEnd, newBelow: isAtEnd ? 0 : countAfter(held, seen.current), toEnd };
}
