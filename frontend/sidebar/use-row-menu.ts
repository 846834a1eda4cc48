import { type MouseEvent, type TouchEvent, useMemo, useRef } from 'react';
import type { Place } from '../conversation-settings/use-menu-of-conversation.tsx';

/** A finger that stays for this long means the menu. */
const LONG_PRESS_MS = 500;

/** What a list does to open the menu of one of its rows: by the right button, the menu key, or a finger that stays. */
export interface RowMenu {
  onContextMenu(event: MouseEvent<HTMLElement>): void;
  onTouchStart(event: TouchEvent<HTMLElement>): void;
  onTouchMove(): void;
  onTouchEnd(event: TouchEvent<HTMLElement>): void;
}

export function useRowMenu(openAt: (name: string, place: Place) => void): RowMenu {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hasOpened = useRef(false);
  return useMemo(() => {
    const open = (target: EventTarget, point: { x: number; y: number }) => {
      const row = rowAt(target);
      const name = row?.dataset.name;
      if (!row || name === undefined) return false;
      row.focus();
      // The key has no point.
      openAt(name, point.x === 0 && point.y === 0 ? row : point);
      return true;
    };
    return {
      onContextMenu(event) {
        clearTimeout(timer.current);
        // Android's own long press comes as this, too.
        if (hasOpened.current || open(event.target, { x: event.clientX, y: event.clientY })) {
          event.preventDefault();
        }
      },
      onTouchStart({ target, touches }) {
        clearTimeout(timer.current);
        hasOpened.current = false;
        const touch = touches[0];
        if (!touch || touches.length > 1) return;
        const point = { x: touch.clientX, y: touch.clientY };
        timer.current = setTimeout(() => {
          hasOpened.current = open(target, point);
        }, LONG_PRESS_MS);
      },
      onTouchMove: () => clearTimeout(timer.current),
      onTouchEnd(event) {
        clearTimeout(timer.current);
        // Otherwise the row that was pressed would open as well.
        if (hasOpened.current) event.preventDefault();
      },
    };
  }, [openAt]);
}

function rowAt(target: EventTarget): HTMLElement | null {
  return (target as Element).closest<HTMLElement>('.row');
}
