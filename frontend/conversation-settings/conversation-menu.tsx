import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { placeInMenu } from '../parts/place-in-menu.ts';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { NO_CONVERSATION } from '../state/model.ts';
import { isArchived, isMuted } from '../state/sides.ts';
import { type MenuItem, muteItems, type Wishes, wishItems } from './menu-items.ts';
import { type Place, placeMenu } from './place-menu.ts';
import { useSidesTexts } from './sides-texts.ts';

export interface ConversationMenuProps {
  readonly name: string;
  readonly isMe: boolean;
  readonly place: Place;
  readonly onBlock: () => void;
  readonly onReport: () => void;
  readonly onExport: () => void;
  readonly onClose: () => void;
}

/** The menu of a conversation. Arrows, Home and End move in it; Escape, Tab and a press elsewhere close it. */
export function ConversationMenu(props: ConversationMenuProps) {
  const { name, isMe, place, onBlock, onReport, onExport, onClose } = props;
  const chat = useChat();
  const texts = useSidesTexts();
  const held = useKnown((state) => state.conversations.get(name) ?? NO_CONVERSATION);
  const [isMuting, setMuting] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const latestClose = useRef(onClose);
  latestClose.current = onClose;

  const wish: Wishes = (change) => {
    chat.changeSide(name, change);
    onClose();
  };
  const now = Date.now();
  const state = {
    isMe,
    side: held.side,
    isMuted: isMuted(held.side, now),
    isArchived: isArchived(held, now),
  };
  const items = isMuting
    ? muteItems(texts, now, wish)
    : wishItems(texts, state, { wish, onMute: () => setMuting(true), onBlock, onReport, onExport });

  useLayoutEffect(() => {
    const shown = menu.current;
    if (!shown) return;
    shown.showPopover();
    placeMenu(shown, place);
    const onPress = ({ target }: PointerEvent) => {
      if (!shown.contains(target as Node)) latestClose.current();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [place]);

  useLayoutEffect(() => {
    itemsIn(menu.current)[0]?.focus();
  }, [isMuting]);

  return (
    <div
      ref={menu}
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={texts.menu}
      className="conversation-menu"
      onKeyDown={(event) => moveIn(menu.current, event, onClose)}
    >
      {items.map((item) => (
        <Item key={item.label} {...item} />
      ))}
    </div>
  );
}

function Item({ label, isDanger, onChosen }: MenuItem) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} data-danger={isDanger} onClick={onChosen}>
      {label}
    </button>
  );
}

function moveIn(menu: HTMLElement | null, event: KeyboardEvent, onClose: () => void): void {
  const items = itemsIn(menu);
  const from = items.indexOf(document.activeElement as HTMLElement);
  const to = placeInMenu(event.key, from, items.length);
  if (event.key === 'Tab' || event.key === 'Escape') onClose();
  else if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (to !== undefined) items[to]?.focus();
}

function itemsIn(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
