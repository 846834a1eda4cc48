import { type RefObject, useEffect } from 'react';
import type { Place } from '../conversation-settings/place-menu.ts';
import { useMenuOfConversation } from '../conversation-settings/use-menu-of-conversation.tsx';

/** A finger that stays for this long means the menu. */
const LONG_PRESS_MS = 500;

/** The menus of the rows of a list: by the right button, the menu key, or a finger that stays. */
export function RowMenus({ list }: { list: RefObject<HTMLElement | null> }) {
  const { menu, openAt } = useMenuOfConversation();
  useEffect(() => {
    const followed = list.current;
    return followed ? follow(followed, openAt) : undefined;
  }, [list, openAt]);
  return menu;
}

function follow(list: HTMLElement, openAt: (name: string, place: Place) => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasOpened = false;

  const open = (target: EventTarget | null, point: { x: number; y: number }) => {
    const row = (target as Element).closest<HTMLElement>('.row');
    const name = row?.dataset.name;
    if (!row || name === undefined) return false;
    row.focus();
    // The key has no point.
    openAt(name, point.x === 0 && point.y === 0 ? row : point);
    return true;
  };
  const stopWaiting = () => clearTimeout(timer);

  const onContextMenu = (event: MouseEvent) => {
    stopWaiting();
    // Android's own long press comes as this, too.
    if (hasOpened || open(event.target, { x: event.clientX, y: event.clientY })) event.preventDefault();
  };
  const onTouchStart = ({ target, touches }: TouchEvent) => {
    stopWaiting();
    hasOpened = false;
    const touch = touches[0];
    if (!touch || touches.length > 1) return;
    const point = { x: touch.clientX, y: touch.clientY };
    timer = setTimeout(() => {
      hasOpened = open(target, point);
    }, LONG_PRESS_MS);
  };
  const onTouchEnd = (event: TouchEvent) => {
    stopWaiting();
    // Otherwise the row that was pressed would open as well.
    if (hasOpened) event.preventDefault();
  };

  list.addEventListener('contextmenu', onContextMenu, { signal });
  list.addEventListener('touchstart', onTouchStart, { signal, passive: true });
  list.addEventListener('touchmove', stopWaiting, { signal, passive: true });
  list.addEventListener('touchend', onTouchEnd, { signal });
  signal.addEventListener('abort', stopWaiting);
  return () => ending.abort();
}
