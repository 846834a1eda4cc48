import { useEffect, useRef, useState } from 'react';
import { useChat, useKnown } from '../parts/use-chat.ts';

/** What is typed is kept so long after the last key; the page itself shows it at once. */
const KEPT_AFTER_MS = 250;

/**
 * What is being written to somebody. Typing changes this component alone, so that nothing else has a part in how long a
 * key takes; the draft is kept a moment later, and at the latest when the page or the conversation is left.
 */
export function useDraft(name: string): [draft: string, change: (text: string) => void] {
  const chat = useChat();
  const kept = useKnown((state) => state.drafts.get(name) ?? '');
  const [draft, setDraft] = useState(kept);
  const unkept = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useRef(() => {});
  keep.current = () => {
    clearTimeout(timer.current);
    if (unkept.current !== undefined) chat.changeDraft(name, unkept.current);
    unkept.current = undefined;
  };

  useEffect(() => {
    const keepNow = () => keep.current();
    addEventListener('pagehide', keepNow);
    document.addEventListener('visibilitychange', keepNow);
    return () => {
      removeEventListener('pagehide', keepNow);
      document.removeEventListener('visibilitychange', keepNow);
      keepNow();
    };
  }, []);

  // Changed elsewhere: by sending it, or by what the device had kept, which may be found a moment after the page is there.
  useEffect(() => {
    if (unkept.current === undefined) setDraft(kept);
  }, [kept]);

  const change = (text: string) => {
    setDraft(text);
    if (text !== '') chat.type(name);
    unkept.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep.current(), KEPT_AFTER_MS);
    // Sent or emptied: nothing of it may come back.
    if (text === '') keep.current();
  };
  return [draft, change];
}
