import { Fragment } from 'react';
import { useAroundTexts } from '../parts/around-texts.ts';
import type { AroundTexts } from '../texts/en/around.ts';
import type { Shortcut } from './shortcut-of.ts';

/** Apple's keyboards have other keys, and other names for them. */
export const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

type KeyNames = AroundTexts['keyNames'];

/** The keys of a shortcut, or others that belong together, as they are on the keyboard. */
export function Keys({ of: shortcut }: { of: Shortcut | readonly string[] }) {
  const { keyNames } = useAroundTexts();
  const keys = typeof shortcut === 'string' ? keysOf(keyNames)[shortcut] : shortcut;
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

function keysOf(names: KeyNames): Record<Shortcut, readonly string[]> {
  const command = IS_MAC ? '⌘' : names.ctrl;
  const option = IS_MAC ? '⌥' : names.alt;
  return {
    find: [command, 'K'],
    next: [option, '↓'],
    previous: [option, '↑'],
    back: [names.escape],
    help: [command, '/'],
  };
}
