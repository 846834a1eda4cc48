import type { RefObject } from 'react';
import { useAroundTexts } from '../parts/around-texts.ts';
import { insertText } from './insert-text.ts';
import { useEmojiPicker } from './use-emoji-picker.tsx';

/** Opens the picker, and puts what is chosen where the caret is in a field. */
export function EmojiButton({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const texts = useAroundTexts();
  const { picker, show } = useEmojiPicker((emoji) => {
    if (field.current)
      insertText(field.current, emoji, field.current.selectionStart, field.current.selectionEnd);
  });
  return (
    <>
      <button
        type="button"
        className="emoji-button"
        aria-label={texts.emoji}
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => show(currentTarget)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="9" />
          <path d="M8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5v.01M15 9.5v.01" />
        </svg>
      </button>
      {picker}
    </>
  );
}
