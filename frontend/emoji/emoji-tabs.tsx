import type { KeyboardEvent } from 'react';
import type { EmojiTexts } from '../texts/en/emoji.ts';
import { placeInGrid } from './place-in-grid.ts';

/** A group's number in Unicode's data, or what was chosen lately. */
export type Kind = keyof EmojiTexts['groups'] | 'recent';

const PICTURES: Readonly<Record<Kind, string>> = {
  recent: '🕘',
  0: '😀',
  1: '👋',
  3: '🐻',
  4: '🍎',
  5: '🚗',
  6: '⚽',
  7: '💡',
  8: '🔣',
  9: '🏁',
};

export const GROUPS: readonly Kind[] = [0, 1, 3, 4, 5, 6, 7, 8, 9];

export function nameOfKind(texts: EmojiTexts, kind: Kind): string {
  return kind === 'recent' ? texts.recent : texts.groups[kind];
}

export interface EmojiTabsProps {
  readonly kinds: readonly Kind[];
  readonly chosen: Kind;
  readonly texts: EmojiTexts;
  /** Of the panel that they change. */
  readonly panel: string;
  onChosen(kind: Kind): void;
}

/** The kinds of emoji, of which one is shown. Arrows lead from one to the next. */
export function EmojiTabs({ kinds, chosen, texts, panel, onChosen }: EmojiTabsProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return;
    const isRightToLeft = document.documentElement.dir === 'rtl';
    const grid = { length: kinds.length, columns: kinds.length, isRightToLeft };
    const place = placeInGrid(event, kinds.indexOf(chosen), grid);
    const kind = place === undefined ? undefined : kinds[place];
    if (place === undefined || kind === undefined) return;
    event.preventDefault();
    onChosen(kind);
    event.currentTarget.querySelectorAll('button')[place]?.focus();
  };
  return (
    <div role="tablist" aria-label={texts.kinds} className="emoji-tabs" onKeyDown={onKeyDown}>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          role="tab"
          aria-selected={kind === chosen}
          aria-controls={panel}
          aria-label={nameOfKind(texts, kind)}
          title={nameOfKind(texts, kind)}
          tabIndex={kind === chosen ? 0 : -1}
          onClick={() => onChosen(kind)}
        >
          {PICTURES[kind]}
        </button>
      ))}
    </div>
  );
}
