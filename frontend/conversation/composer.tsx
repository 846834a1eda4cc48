import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { characters } from '../../lib/protocol/characters.ts';
import { MAX_TEXT_CHARACTERS } from '../../lib/protocol/limits.ts';
import { useActionParts } from '../message-actions/use-action-parts.ts';
import { useLaterParts } from '../parts/use-later-parts.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useComposing } from './use-composing.ts';

/** What is left is shown when it begins to matter. */
const SHOWN_BELOW_CHARACTERS = 500;

interface ComposerProps {
  readonly name: string;
  readonly displayName: string;
  /** What had the focus when the conversation was opened: whoever has gone elsewhere since then stays there. */
  readonly focusedBefore: Element | null;
}

/** Where a message is written. Enter sends it, unless the keyboard is on the screen, where Enter is the only new line. */
export function Composer({ name, displayName, focusedBefore }: ComposerProps) {
  const { conversation } = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const use = useComposing(name, field);
  const { composing, text: draft, change: changeDraft } = use;
  const actions = useActionParts();
  const later = useLaterParts();
  const left = leftOf(draft);
  const canSend = draft.trim() !== '' && (left === undefined || left >= 0);

  useEffect(() => {
    // Where there is a keyboard at hand; elsewhere this would cover half the screen with one. Who was led to a message, or has
    // gone elsewhere meanwhile, stays there.
    const { activeElement: focused, body } = document;
    const isStill = focused === focusedBefore || focused === body;
    if (!hasScreenKeyboard() && isStill) field.current?.focus();
  }, []);

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (canSend) use.send();
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (use.onKeyDown(event)) return;
    const isNewLine = event.shiftKey || hasScreenKeyboard();
    // Enter also ends the composing of a Chinese or Japanese word.
    if (event.key !== 'Enter' || isNewLine || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form className="composer" onSubmit={send}>
      {composing && actions && <actions.ComposingStrip composing={composing} onCancel={use.cancel} />}
      {later && <later.EmojiButton field={field} />}
      <textarea
        ref={field}
        rows={1}
        aria-label={conversation.message}
        placeholder={conversation.writeTo(displayName)}
        aria-describedby={left === undefined ? undefined : 'message-count'}
        aria-invalid={left !== undefined && left < 0}
        // Empty, its placeholder has the direction of the page.
        dir={draft === '' ? undefined : 'auto'}
        enterKeyHint={hasScreenKeyboard() ? 'enter' : 'send'}
        value={draft}
        onChange={({ target }) => changeDraft(target.value)}
        onKeyDown={onKeyDown}
      />
      {later && <later.ShortcodesIn field={field} draft={draft} />}
      {later && <later.CharacterCount id="message-count" left={left} />}
      <button type="submit" className="send-button" aria-label={conversation.send} disabled={!canSend}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 12 20 4l-4 16-4.5-6.5z M11.5 13.5 20 4" />
        </svg>
      </button>
    </form>
  );
}

/** How many characters may still be typed; undefined while there are plenty. Each emoji outside the basic plane is one. */
function leftOf(draft: string): number | undefined {
  // A text has never more characters than code units, so that most need not be counted.
  if (draft.length < MAX_TEXT_CHARACTERS - SHOWN_BELOW_CHARACTERS) return undefined;
  const left = MAX_TEXT_CHARACTERS - characters(draft);
  return left < SHOWN_BELOW_CHARACTERS ? left : undefined;
}

function hasScreenKeyboard(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
