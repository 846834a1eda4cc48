import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ShownMessage } from '../state/shown-messages.ts';

/** As far from the end as that still counts as being there: no one scrolls to the pixel. */
const NEAR_END_PX = 60;

/** So far from the top, the page before is asked for, so that it is there when the reader is. */
const NEAR_TOP_PX = 800;

export interface Scrolling {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Whether something was written below while the reader is further up. */
  readonly isNewBelow: boolean;
  readonly toEnd: () => void;
}

/**
 * Where the reader is in the log. At the end, one stays there whatever comes; further up, what one reads stays where
 * it is, though messages are put above and below it.
 * @param onNearTop is called whenever the top is near
 */
export function useScrolling(messages: readonly ShownMessage[], onNearTop: () => void): Scrolling {
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  /** How far the top of the view is from the end of the log: what is put in above does not change it. */
  const fromEnd = useRef(0);
  const shown = useRef<{ first?: string; last?: string }>({});
  const nearTop = useRef(onNearTop);
  nearTop.current = onNearTop;
  const [isNewBelow, setNewBelow] = useState(false);

  const note = useCallback((log: HTMLDivElement) => {
    fromEnd.current = log.scrollHeight - log.scrollTop;
    isAtEnd.current = fromEnd.current - log.clientHeight <= NEAR_END_PX;
    if (isAtEnd.current) setNewBelow(false);
    if (log.scrollTop < NEAR_TOP_PX) nearTop.current();
  }, []);

  const toEnd = useCallback(() => {
    const log = scroller.current;
    if (!log) return;
    log.scrollTop = log.scrollHeight;
    note(log);
  }, [note]);

  useLayoutEffect(() => {
    const log = scroller.current;
    if (!log) return;
    const [first, last] = [messages[0], messages.at(-1)];
    const isPrepended = shown.current.first !== first?.key && shown.current.last === last?.key;
    const isNews = shown.current.last !== last?.key;
    shown.current = { ...(first && { first: first.key }), ...(last && { last: last.key }) };
    if (isAtEnd.current || (isNews && last?.state === 'pending')) log.scrollTop = log.scrollHeight;
    else if (isPrepended) log.scrollTop = log.scrollHeight - fromEnd.current;
    else if (isNews) setNewBelow(true);
    note(log);
  }, [messages, note]);

  useEffect(() => {
    const log = scroller.current;
    if (!log) return;
    const noteScroll = () => note(log);
    // A phone's keyboard, or a message that is being typed, takes room away: the end stays in sight.
    const resized = new ResizeObserver(() => {
      if (isAtEnd.current) log.scrollTop = log.scrollHeight;
    });
    resized.observe(log);
    log.addEventListener('scroll', noteScroll, { passive: true });
    return () => {
      resized.disconnect();
      log.removeEventListener('scroll', noteScroll);
    };
  }, [note]);

  return { scroller, isNewBelow, toEnd };
}
