import { type RefObject, useEffect } from 'react';
import { useChat } from '../parts/use-chat.ts';
import type { Conversation } from '../state/model.ts';
import { NO_SIDE } from '../state/sides.ts';
import { upToNextMessage } from '../state/up-to-next-message.ts';
import type { Row } from './rows.ts';

/** A row counts as seen when all of it but this has been on the screen. */
const MAY_BE_HIDDEN_PX = 12;

export interface ReadMarksProps {
  readonly name: string;
  readonly conversation: Conversation;
  readonly rows: readonly Row[];
  readonly scroller: RefObject<HTMLElement | null>;
}

/**
 * Marks as read what has been on the screen: while the page is seen and has the focus, up to the last message whose end
 * was in sight. As long as I have not accepted somebody, they are not to know.
 */
export function ReadMarks({ name, conversation, rows, scroller }: ReadMarksProps) {
  const chat = useChat();
  const { side, said } = conversation;
  const isMarked = side.unread === true;
  const isKnown = said !== NO_SIDE;

  // Whoever opens it has seen that it was marked; what they mark while it is open is for the next time.
  useEffect(() => {
    if (isKnown && isMarked) chat.changeSide(name, { unread: false });
  }, [isKnown]);

  useEffect(() => {
    const log = scroller.current;
    if (!log || side.request || side.blocked) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const seq = isLookedAt() ? lastSeen(log) : undefined;
      const upTo = seq === undefined ? 0 : upToNextMessage(conversation, seq);
      if (upTo > side.read) chat.hasRead(name, upTo);
    };
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look);
    };
    lookSoon();
    log.addEventListener('scroll', lookSoon, { passive: true });
    window.addEventListener('focus', lookSoon);
    document.addEventListener('visibilitychange', lookSoon);
    return () => {
      cancelAnimationFrame(frame);
      log.removeEventListener('scroll', lookSoon);
      window.removeEventListener('focus', lookSoon);
      document.removeEventListener('visibilitychange', lookSoon);
    };
  }, [chat, name, conversation, rows, scroller, side]);

  return null;
}

function isLookedAt(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

/** The number of the last row of which the end is, or has been, in sight. */
function lastSeen(log: HTMLElement): number | undefined {
  const bottom = log.getBoundingClientRect().bottom + MAY_BE_HIDDEN_PX;
  const rows = [...log.querySelectorAll<HTMLElement>('[data-seq]')];
  const seen = rows.findLast((row) => row.getBoundingClientRect().bottom <= bottom);
  return seen && Number(seen.dataset.seq);
}
