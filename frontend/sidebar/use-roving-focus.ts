import { type FocusEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useLaterParts } from '../parts/use-later-parts.ts';
import type { Typed } from './type-ahead.ts';

const LETTER = /^[\p{L}\p{N}]$/u;

/** What each row of a list does with the keyboard. These stay the same, so that rows need not render again. */
export interface RowKeys {
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  onFocus(event: FocusEvent<HTMLElement>): void;
  onBlur(event: FocusEvent<HTMLElement>): void;
}

/**
 * Makes a list one stop of the Tab key, within which arrows, Home, End and the beginnings of names move.
 * @param names of the rows, each of which has `data-name` and `data-title`
 * @param current the row where Tab comes in, unless the focus is in the list already
 * @returns the name of the row that Tab stops at
 */
export function useRovingFocus(
  names: readonly string[],
  current: string | null,
): { readonly stop: string | undefined; readonly keys: RowKeys } {
  const [focused, setFocused] = useState<string | null>(null);
  const later = useLaterParts();
  const typed = useRef<Typed>(undefined);
  const keys = useMemo<RowKeys>(
    () => ({
      onKeyDown(event) {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const rows = rowsAround(event.currentTarget);
        const from = rows.indexOf(event.currentTarget);
        const byLetter = (letter: string) => {
          const titles = rows.map((row) => row.dataset.title ?? '');
          typed.current = later?.withLetter(typed.current, letter, event.timeStamp);
          return typed.current && later?.titleMeant(titles, from, typed.current);
        };
        const to = LETTER.test(event.key) ? byLetter(event.key) : placeBy(event.key, from, rows.length);
        if (to === undefined) return;
        event.preventDefault();
        rows[to]?.focus();
      },
      onFocus: ({ currentTarget }) => setFocused(currentTarget.dataset.name ?? null),
      onBlur({ currentTarget, relatedTarget }) {
        if (!rowsAround(currentTarget).includes(relatedTarget as HTMLElement)) setFocused(null);
      },
    }),
    [later],
  );
  const stop = [focused, current].find((name) => name !== null && names.includes(name)) ?? names[0];
  return { stop, keys };
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

function rowsAround(row: HTMLElement): HTMLElement[] {
  return [...(row.closest('ul')?.querySelectorAll<HTMLElement>('.row') ?? [])];
}
