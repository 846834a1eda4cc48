import { useEffect, useRef } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { useStateNow } from '../parts/use-chat.ts';
import { shownConversations } from '../state/shown-lists.ts';
import { IS_MAC } from './keys.tsx';
import { type Shortcut, shortcutOf } from './shortcut-of.ts';
import { singleKeysAreOn } from './single-keys.ts';

const TEXT_FIELDS = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

/**
 * Listens to the keyboard as long as the page is shown.
 * @param showHelp shows the sheet that tells of it
 */
export function useShortcuts(showHelp: () => void): void {
  const stateNow = useStateNow();

  const act: Record<Shortcut, () => void> = {
    find() {
      const isHidden = !searchField()?.checkVisibility();
      // On a narrow screen the lists have to come back first.
      if (isHidden) navigate('/');
      requestAnimationFrame(() => searchField()?.select());
    },
    next: () => openBeside(1),
    previous: () => openBeside(-1),
    back: () => navigate('/'),
    help: showHelp,
  };

  const openBeside = (step: number) => {
    const state = stateNow();
    const names = shownConversations(state).map(({ person }) => person.name);
    const place = state.open === null ? -1 : names.indexOf(state.open);
    const name = names[place === -1 ? 0 : place + step];
    if (name !== undefined) navigate(`/c/${name}`);
  };

  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutIn(event);
      if (shortcut === undefined) return;
      event.preventDefault();
      latest.current[shortcut]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function shortcutIn(event: KeyboardEvent): Shortcut | undefined {
  // Enter, Escape and arrows also belong to the composing of a Chinese or Japanese word; and a dialog is on its own.
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return undefined;
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const isTyping = target instanceof Element && target.matches(TEXT_FIELDS);
  const shortcut = shortcutOf(
    { key, ctrlKey, metaKey, altKey, isTyping },
    { isMac: IS_MAC, singleKeys: singleKeysAreOn() },
  );
  return shortcut === 'back' && location.pathname === '/' ? undefined : shortcut;
}

function searchField(): HTMLInputElement | null {
  return document.querySelector('.search-box input');
}
