import { type KeyboardEvent, memo, type RefObject, useState } from 'react';
import type { NamedEmoji } from './find-emoji.ts';
import { placeInGrid } from './place-in-grid.ts';
import { inTone, type SkinTone } from './skin-tone.ts';

export interface EmojiGridProps {
  readonly emoji: readonly NamedEmoji[];
  readonly label: string;
  readonly columns: number;
  readonly tone: SkinTone;
  readonly grid: RefObject<HTMLDivElement | null>;
  onChosen(emoji: NamedEmoji): void;
}

/** Emoji in rows: one stop of the Tab key, within which arrows, Home and End move. */
export function EmojiGrid({ emoji, label, columns, tone, grid, onChosen }: EmojiGridProps) {
  const [focused, setFocused] = useState(0);
  // Another search or group may have fewer.
  const stop = focused < emoji.length ? focused : 0;

  const onKeyDown = (event: KeyboardEvent) => {
    const isRightToLeft = document.documentElement.dir === 'rtl';
    const place = placeInGrid(event, stop, { length: emoji.length, columns, isRightToLeft });
    if (place === undefined) return;
    event.preventDefault();
    setFocused(place);
    grid.current?.querySelectorAll('button')[place]?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table would be read out as data, and these are buttons
    <div ref={grid} role="grid" aria-label={label} className="emoji-grid" onKeyDown={onKeyDown} tabIndex={-1}>
      {rowsOf(emoji, columns).map((row, i) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: what is in its cells has the focus
        <div key={row[0]?.emoji} role="row" className="emoji-row">
          {row.map((it, j) => (
            <Cell
              key={it.emoji}
              emoji={it}
              shown={it.hasSkin ? inTone(it.emoji, tone) : it.emoji}
              place={i * columns + j}
              isStop={stop === i * columns + j}
              onFocus={setFocused}
              onChosen={onChosen}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface CellProps {
  readonly emoji: NamedEmoji;
  readonly shown: string;
  readonly place: number;
  readonly isStop: boolean;
  onFocus(place: number): void;
  onChosen(emoji: NamedEmoji): void;
}

const Cell = memo(function Cell({ emoji, shown, place, isStop, onFocus, onChosen }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    // biome-ignore lint/a11y/useFocusableInteractive: the button in it has the focus
    <span role="gridcell">
      <button
        type="button"
        className="emoji-choice"
        aria-label={emoji.name}
        title={emoji.name}
        tabIndex={isStop ? 0 : -1}
        onFocus={() => onFocus(place)}
        onClick={() => onChosen(emoji)}
      >
        {shown}
      </button>
    </span>
  );
});

function rowsOf(emoji: readonly NamedEmoji[], columns: number): NamedEmoji[][] {
  return Array.from({ length: Math.ceil(emoji.length / columns) }, (_, i) =>
    emoji.slice(i * columns, (i + 1) * columns),
  );
}
