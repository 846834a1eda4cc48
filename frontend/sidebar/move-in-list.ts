import type { KeyboardEvent, RefObject } from 'react';
import { type Typed, titleMeant, withLetter } from './type-ahead.ts';

const LETTER = /^[\p{L}\p{N}]$/u;

/** Moves the focus within a list, where a key asks for that. @param typed what was typed in it before */
export function moveInList(
  event: KeyboardEvent<HTMLElement>,
  rows: readonly HTMLElement[],
  typed: RefObject<Typed | undefined>,
): void {
  const { key, altKey, ctrlKey, metaKey, timeStamp, currentTarget } = event;
  if (altKey || ctrlKey || metaKey) return;
  const from = rows.indexOf(currentTarget);
  const byLetter = () => {
    typed.current = withLetter(typed.current, key, timeStamp);
    const titles = rows.map((row) => row.dataset.title ?? '');
    return titleMeant(titles, from, typed.current);
  };
  const to = LETTER.test(key) ? byLetter() : placeBy(key, from, rows.length);
  if (to === undefined) return;
  event.preventDefault();
  rows[to]?.focus();
}

function placeBy(key: string, from: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, length - 1);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}
