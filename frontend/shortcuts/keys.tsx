import { Fragment } from 'react';
import type { Shortcut } from './shortcut-of.ts';

/** Apple's keyboards have other keys, and other names for them. */
export const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

const COMMAND = IS_MAC ? '⌘' : 'Ctrl';
const ALT = IS_MAC ? '⌥' : 'Alt';

const KEYS: Record<Shortcut, readonly string[]> = {
  find: [COMMAND, 'K'],
  next: [ALT, '↓'],
  previous: [ALT, '↑'],
  back: ['Esc'],
  help: [COMMAND, '/'],
};

/** The keys of a shortcut, or others that belong together, as they are on the keyboard. */
export function Keys({ of: shortcut }: { of: Shortcut | readonly string[] }) {
  const keys = typeof shortcut === 'string' ? KEYS[shortcut] : shortcut;
  return (
    <span className="keys" dir="ltr">
      {keys.map((key, i) => (
        <Fragment key={key}>
          {i > 0 && ' '}
          <kbd>{key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
