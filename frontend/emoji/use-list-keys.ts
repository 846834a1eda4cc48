import { useEffect, useRef, useState } from 'react';

export interface ListKeys {
  /** Of the list; those of its options have their places behind it: `list-0`. */
  readonly id: string;
  /** How many options it has; with none it is closed, and all keys are the field's. */
  readonly length: number;
  choose(place: number): void;
  dismiss(): void;
}

/**
 * Leads through a list of options with the keys of a field that keeps the focus.
 * @returns the place of the option that Enter and Tab choose
 */
export function useListKeys(field: HTMLTextAreaElement, keys: ListKeys): number {
  const [place, setPlace] = useState(0);
  const { id, length } = keys;
  const active = place < length ? place : 0;
  const latest = useRef({ ...keys, active });
  latest.current = { ...keys, active };

  useEffect(() => {
    if (length === 0) {
      setPlace(0);
      return;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (!act(event.key)) return;
      // Neither the field, for which Enter sends, nor the page, for which Escape leads back, is to have it, too.
      event.preventDefault();
      event.stopPropagation();
    };
    const act = (key: string): boolean => {
      const { active, choose, dismiss } = latest.current;
      if (key === 'ArrowDown') setPlace((active + 1) % length);
      else if (key === 'ArrowUp') setPlace((active + length - 1) % length);
      else if (key === 'Enter' || key === 'Tab') choose(active);
      else if (key === 'Escape') dismiss();
      else return false;
      return true;
    };
    field.addEventListener('keydown', onKeyDown);
    return () => field.removeEventListener('keydown', onKeyDown);
  }, [field, length]);

  useEffect(() => {
    if (length === 0) return;
    const attributes = { 'aria-controls': id, 'aria-activedescendant': `${id}-${active}` };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(attributes)) field.removeAttribute(name);
    };
  }, [field, id, length, active]);

  return active;
}
