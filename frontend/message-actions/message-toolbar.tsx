import { createPortal } from 'react-dom';
import { useStateNow } from '../parts/use-chat.ts';
import type { ShownMessage } from '../state/shown-messages.ts';
import { useActionTexts } from './action-texts.ts';
import { IconButton } from './icon-button.tsx';
import { type MenuItem, whatCanBeDone } from './what-can-be-done.ts';

export interface MessageToolbarProps {
  readonly row: HTMLElement;
  readonly message: ShownMessage;
  readonly onChosen: (item: MenuItem) => void;
  readonly onMenu: () => void;
}

/** The quickest things to do with the message that is pointed at. It stands in that message, so that Tab leads to it. */
export function MessageToolbar({ row, message, onChosen, onMenu }: MessageToolbarProps) {
  const texts = useActionTexts();
  const stateNow = useStateNow();
  const can = whatCanBeDone(message, stateNow().outbox);
  if (can.length === 0) return null;
  return createPortal(
    <div role="toolbar" aria-label={texts.toolbar} className="message-toolbar">
      {can.includes('react') && (
        <IconButton icon="react" label={texts.items.react} onClick={() => onChosen('react')} />
      )}
      {can.includes('reply') && (
        <IconButton icon="reply" label={texts.items.reply} onClick={() => onChosen('reply')} />
      )}
      <IconButton icon="more" label={texts.more} onClick={onMenu} />
    </div>,
    row,
  );
}
