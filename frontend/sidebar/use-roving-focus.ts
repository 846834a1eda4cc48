import { type FocusEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useLaterParts } from '../parts/use-later-parts.ts';
import type { Typed } from './type-ahead.ts';

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
      onKeyDown: (event) => later?.moveInList(event, rowsAround(event.currentTarget), typed),
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

function rowsAround(row: HTMLElement): HTMLElement[] {
  return [...(row.closest('ul')?.querySelectorAll<HTMLElement>('.row') ?? [])];
}
