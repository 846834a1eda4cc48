import { useRef } from 'react';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { myName } from '../state/reducer.ts';
import type { ShownMessage } from '../state/shown-messages.ts';
import { useActionTexts } from './action-texts.ts';
import { Floating } from './floating.tsx';
import { Icon } from './icon.tsx';

/** What people answer with most. */
const COMMON = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

export interface ChooseEmojiProps {
  readonly near: HTMLElement;
  readonly name: string;
  readonly message: ShownMessage;
  readonly onClose: () => void;
  /** None of these is meant. */
  readonly onOthers: () => void;
}

/** Which emoji to react with; the one that I have reacted with is taken away. */
export function ChooseEmoji({
  near,
  name,
  message: { seq, reactions },
  onClose,
  onOthers,
}: ChooseEmojiProps) {
  const chat = useChat();
  const texts = useActionTexts();
  const me = useKnown(myName);
  const dialog = useRef<HTMLDialogElement>(null);
  const mine = reactions.find(({ people }) => people.includes(me))?.emoji;
  const choose = (emoji: string) => {
    dialog.current?.close();
    if (seq !== undefined) chat.react(name, seq, emoji === mine ? null : emoji);
  };
  return (
    <Floating dialog={dialog} near={near} label={texts.items.react} onClose={onClose}>
      <div className="common-emoji">
        {COMMON.map((emoji) => (
          <button key={emoji} type="button" aria-pressed={emoji === mine} onClick={() => choose(emoji)}>
            {emoji}
          </button>
        ))}
        <button
          type="button"
          className="other-emoji"
          aria-label={texts.otherEmoji}
          title={texts.otherEmoji}
          onClick={() => {
            dialog.current?.close();
            onOthers();
          }}
        >
          <Icon name="more" />
        </button>
      </div>
    </Floating>
  );
}
