import { createPortal } from 'react-dom';
import { useStateNow } from '../parts/use-chat.ts';
import type { ShownMessage } from '../state/shown-messages.ts';
import { useActionTexts } from './action-texts.ts';
import { Icon, type IconName } from './icon.tsx';
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
  const button = (icon: IconName, label: string, onClick: () => void) => (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
  return createPortal(
    <div role="toolbar" aria-label={texts.toolbar} className="message-toolbar">
      {can.includes('react') && button('react', texts.items.react, () => onChosen('react'))}
      {can.includes('reply') && button('reply', texts.items.reply, () => onChosen('reply'))}
      {button('more', texts.more, onMenu)}
    </div>,
    row,
  );
}
