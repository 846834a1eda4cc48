import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { placeInMenu } from '../parts/place-in-menu.ts';
import { useStateNow } from '../parts/use-chat.ts';
import type { ShownMessage } from '../state/shown-messages.ts';
import { useActionTexts } from './action-texts.ts';
import { Floating } from './floating.tsx';
import { Icon } from './icon.tsx';
import { type MenuItem, whatCanBeDone } from './what-can-be-done.ts';

export type { MenuItem };

export interface MessageMenuProps {
  readonly near: HTMLElement;
  readonly message: ShownMessage;
  readonly onChosen: (item: MenuItem) => void;
  readonly onClose: () => void;
}

/** All that can be done with a message. */
export function MessageMenu({ near, message, onChosen, onClose }: MessageMenuProps) {
  const texts = useActionTexts();
  const stateNow = useStateNow();
  const dialog = useRef<HTMLDialogElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const items = whatCanBeDone(message, stateNow().outbox);
  useLayoutEffect(() => menu.current?.querySelector('button')?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(menu.current?.querySelectorAll('button') ?? [])];
    const to = placeInMenu(event.key, all.indexOf(event.target as HTMLButtonElement), all.length);
    if (event.key === 'Tab') dialog.current?.close();
    if (to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  };

  return (
    <Floating dialog={dialog} near={near} label={texts.menu} onClose={onClose}>
      <div ref={menu} role="menu" tabIndex={-1} aria-label={texts.menu} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <button
            key={item}
            type="button"
            role="menuitem"
            tabIndex={-1}
            data-item={item}
            onClick={() => {
              dialog.current?.close();
              onChosen(item);
            }}
          >
            <Icon name={item} />
            {item === 'star' && message.starred ? texts.unstar : texts.items[item]}
          </button>
        ))}
      </div>
    </Floating>
  );
}
