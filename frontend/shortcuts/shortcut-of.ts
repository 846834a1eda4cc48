/** What can be done from anywhere with a key. */
export type Shortcut = 'find' | 'next' | 'previous' | 'back' | 'help';

/** A key that was pressed, and where. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Whether the key would otherwise write something. */
  readonly isTyping: boolean;
}

export interface ShortcutOptions {
  readonly isMac: boolean;
  /** Whether a character alone may be a shortcut; WCAG 2.1.4 wants this to be somebody's choice. */
  readonly singleKeys: boolean;
}

/** What a key is to do, if anything. None takes a character away from somebody who types. */
export function shortcutOf(press: Press, { isMac, singleKeys }: ShortcutOptions): Shortcut | undefined {
  const { key, ctrlKey, metaKey, altKey } = press;
  const isCommand = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (isCommand && !altKey) return ofCommand(key.toLowerCase());
  if (ctrlKey || metaKey) return undefined;
  if (altKey) return ofAlt(key);
  if (key === 'Escape') return 'back';
  return singleKeys && !press.isTyping ? ofSingleKey(key) : undefined;
}

function ofCommand(key: string): Shortcut | undefined {
  if (key === 'k') return 'find';
  return key === '/' ? 'help' : undefined;
}

function ofAlt(key: string): Shortcut | undefined {
  if (key === 'ArrowDown') return 'next';
  return key === 'ArrowUp' ? 'previous' : undefined;
}

function ofSingleKey(key: string): Shortcut | undefined {
  if (key === '/') return 'find';
  return key === '?' ? 'help' : undefined;
}
