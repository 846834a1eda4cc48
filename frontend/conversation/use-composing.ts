import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { useChat, useKnown, useStateNow } from '../parts/use-chat.ts';
import { lastEditable } from '../state/last-editable.ts';
import type { Composing } from '../state/model.ts';
import { useDraft } from './use-draft.ts';

/** What the field of a conversation is for at the moment: something new, an answer, or another text of a message. */
export interface ComposingField {
  /** What is answered or edited, if anything. */
  readonly composing: Composing | null;
  readonly text: string;
  readonly change: (text: string) => void;
  /** Sends it, or puts it in the place of what was edited. */
  readonly send: () => void;
  readonly cancel: () => void;
  /** @returns whether the key was meant for this */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

/** While a message is edited, what was being written stays as it is. */
export function useComposing(name: string, field: RefObject<HTMLElement | null>): ComposingField {
  const chat = useChat();
  const stateNow = useStateNow();
  const [draft, changeDraft] = useDraft(name);
  const composing = useKnown((state) => (state.composing?.with === name ? state.composing : null));
  const [edited, setEdited] = useState({ of: composing, text: '' });
  const isEdit = composing?.about === 'edit';
  if (isEdit && edited.of !== composing) setEdited({ of: composing, text: composing.text });
  const text = isEdit ? edited.text : draft;

  useEffect(() => {
    if (composing) field.current?.focus();
  }, [composing, field]);

  const cancel = () => chat.compose(null);

  const send = () => {
    if (!isEdit) {
      const replyTo = composing?.seq;
      chat.send(name, draft, replyTo === undefined ? {} : { replyTo });
      changeDraft('');
    } else if (text !== composing.text) {
      if (composing.seq === undefined) chat.rewrite(composing.clientId, text);
      else chat.edit(name, composing.seq, text);
    }
    if (composing) cancel();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    // Meant for what stands beside the field, such as a list of emoji.
    if (event.isDefaultPrevented()) return false;
    if (altKey || ctrlKey || metaKey || shiftKey || event.nativeEvent.isComposing) return false;
    const last = key === 'ArrowUp' && text === '' && !composing && lastEditable(stateNow(), name);
    const isOver = key === 'Escape' && composing !== null;
    if (last) chat.compose(last);
    if (isOver) cancel();
    if (!last && !isOver) return false;
    event.preventDefault();
    return true;
  };

  const change = isEdit ? (typed: string) => setEdited({ of: composing, text: typed }) : changeDraft;
  return { composing, text, change, send, cancel, onKeyDown };
}
