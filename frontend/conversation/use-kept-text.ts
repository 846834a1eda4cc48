import { useEffect, useRef, useState } from 'react';

/** What is typed is kept so long after the last key; the page itself shows it at once. */
const KEPT_AFTER_MS = 250;

/**
 * A text that is being written. Typing changes this component alone, so that nothing else has a part in how long a key
 * takes; the text is kept a moment later, and at the latest when the page or the conversation is left.
 * @param of what is written; nothing of one text gets into another
 */
export function useKeptText(
  of: string,
  kept: string,
  keepText: (text: string) => void,
): [text: string, change: (text: string) => void] {
  const [written, write] = useState({ of, text: kept });
  const unkept = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (written.of !== of) {
    unkept.current = undefined;
    write({ of, text: kept });
  }

  const keep = useRef(() => {});
  keep.current = () => {
    clearTimeout(timer.current);
    if (unkept.current !== undefined) keepText(unkept.current);
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
    if (unkept.current === undefined) write({ of, text: kept });
  }, [of, kept]);

  const change = (text: string) => {
    write({ of, text });
    unkept.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep.current(), KEPT_AFTER_MS);
    // Sent or emptied: nothing of it may come back.
    if (text === '') keep.current();
  };
  return [written.text, change];
}
