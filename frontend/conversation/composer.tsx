import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { MAX_TEXT_CHARACTERS } from '../../lib/protocol/limits.ts';
import { characters } from '../../lib/protocol/text.ts';
import { useChat, useKnown } from '../parts/use-chat.ts';

/** The count is shown when it begins to matter. */
const COUNTED_FROM = MAX_TEXT_CHARACTERS - 500;

/** Where a message is written. Enter sends it, unless the keyboard is on the screen, where Enter is the only new line. */
export function Composer({ name, displayName }: { name: string; displayName: string }) {
  const chat = useChat();
  const draft = useKnown((state) => state.drafts.get(name) ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const count = draft.length < COUNTED_FROM ? 0 : characters(draft);
  const canSend = draft.trim() !== '' && count <= MAX_TEXT_CHARACTERS;

  useEffect(() => {
    // Where there is a keyboard at hand; elsewhere this would cover half the screen with one.
    if (!hasScreenKeyboard()) field.current?.focus();
  }, []);

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (canSend) chat.send(name, draft);
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isNewLine = event.shiftKey || hasScreenKeyboard();
    // Enter also ends the composing of a Chinese or Japanese word.
    if (event.key !== 'Enter' || isNewLine || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form className="composer" onSubmit={send}>
      <textarea
        ref={field}
        rows={1}
        aria-label="Message"
        placeholder={`Write to ${displayName}`}
        aria-describedby={count > 0 ? 'message-count' : undefined}
        aria-invalid={count > MAX_TEXT_CHARACTERS}
        dir="auto"
        value={draft}
        onChange={({ target }) => chat.changeDraft(name, target.value)}
        onKeyDown={onKeyDown}
      />
      {count > 0 && (
        <p id="message-count" className="count" data-over={count > MAX_TEXT_CHARACTERS}>
          {count.toLocaleString()} of {MAX_TEXT_CHARACTERS.toLocaleString()} characters
        </p>
      )}
      <button type="submit" className="main-button" disabled={!canSend}>
        Send
      </button>
    </form>
  );
}

function hasScreenKeyboard(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
