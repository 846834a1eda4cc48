import { useEffect, useRef, useState } from 'react';
import { begunShortcode, endedShortcode, type Written } from './shortcodes.ts';

const MAY_MOVE_CARET = ['input', 'keyup', 'click', 'focus', 'blur'] as const;

/**
 * The shortcode that is being typed in a field, up to the caret.
 * @param onEnded is called when its last colon is typed
 * @returns it, and what has it left alone until another one is begun
 */
export function useBegunShortcode(
  field: HTMLTextAreaElement,
  onEnded: (ended: Written) => void,
): { readonly begun: Written | undefined; dismiss(): void } {
  const [begun, setBegun] = useState<Written>();
  const [dismissedAt, setDismissedAt] = useState<number>();
  const latest = useRef(onEnded);
  latest.current = onEnded;

  useEffect(() => {
    const look = (event?: Event) => {
      const { value, selectionStart: caret, selectionEnd } = field;
      const isWriting = document.activeElement === field && caret === selectionEnd;
      const written = isWriting ? begunShortcode(value, caret) : undefined;
      setBegun((before) => (isSame(before, written) ? before : written));
      if (written === undefined) setDismissedAt(undefined);
      const ended = isWriting && isTyped(event) ? endedShortcode(value, caret) : undefined;
      if (ended) latest.current(ended);
    };
    // It was loaded because something had been typed.
    look();
    for (const type of MAY_MOVE_CARET) field.addEventListener(type, look);
    return () => {
      for (const type of MAY_MOVE_CARET) field.removeEventListener(type, look);
    };
  }, [field]);

  return {
    begun: begun?.from === dismissedAt ? undefined : begun,
    dismiss: () => setDismissedAt(begun?.from),
  };
}

/** What comes back because somebody takes back the emoji, or deletes behind it, is to stay. */
function isTyped(event: Event | undefined): boolean {
  return event instanceof InputEvent && event.inputType.startsWith('insert');
}

function isSame(one: Written | undefined, other: Written | undefined): boolean {
  return one?.from === other?.from && one?.to === other?.to && one?.name === other?.name;
}
