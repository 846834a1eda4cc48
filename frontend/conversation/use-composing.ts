import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { useChat, useKnown, useStateNow } from '../parts/use-chat.ts';
import { useLaterParts } from '../parts/use-later-parts.ts';
import type { Composing } from '../state/model.ts';
import { useKeptText } from './use-kept-text.ts';

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

/** While a message is edited, what was being written stays as it is. All of it is kept until it is sent. */
export function useComposing(name: string, field: RefObject<HTMLElement | null>): ComposingField {
  const chat = useChat();
  const stateNow = useStateNow();
  const later = useLaterParts();
  const keptDraft = useKnown((state) => state.drafts.get(name) ?? '');
  const [draft, changeDraft] = useKeptText(name, keptDraft, (typed) => chat.changeDraft(name, typed));
  const composing = useKnown((state) => state.composing.get(name) ?? null);
  const edited = composing?.about === 'edit' ? composing : null;
  const [editedText, changeEdited] = useKeptText(
    edited?.clientId ?? '',
    edited?.typed ?? edited?.text ?? '',
    (typed) => edited && chat.compose(name, { ...edited, typed }),
  );
  const text = edited ? editedText : draft;

  const about = composing && `${composing.about} ${composing.clientId}`;
  useEffect(() => {
    if (about !== null) field.current?.focus();
  }, [about, field]);

  const cancel = () => chat.compose(name, null);

  const send = () => {
    if (!edited) {
      const replyTo = composing?.seq;
      chat.send(name, draft, replyTo === undefined ? {} : { replyTo });
      changeDraft('');
    } else if (text !== edited.text) {
      if (edited.seq === undefined) chat.rewrite(edited.clientId, text);
      else chat.edit(name, edited.seq, text);
    }
    if (composing) cancel();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    // Meant for what stands beside the field, such as a list of emoji.
    if (event.isDefaultPrevented()) return false;
    if (altKey || ctrlKey || metaKey || shiftKey || event.nativeEvent.isComposing) return false;
    const isAbove = key === 'ArrowUp' && text === '' && !composing;
    const last = isAbove && later?.lastEditable(stateNow(), name);
    const isOver = key === 'Escape' && composing !== null;
    if (last) chat.compose(name, last);
    if (isOver) cancel();
    if (!last && !isOver) return false;
    event.preventDefault();
    return true;
  };

  const write = (typed: string) => {
    changeDraft(typed);
    if (typed !== '') chat.type(name);
  };
  const change = edited ? changeEdited : write;
  return { composing, text, change, send, cancel, onKeyDown };
}
