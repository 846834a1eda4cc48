import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { EmojiTexts } from '../texts/en/emoji.ts';
import { EmojiGrid } from './emoji-grid.tsx';
import { EmojiTabs, GROUPS, type Kind, nameOfKind } from './emoji-tabs.tsx';
import { findEmoji, type NamedEmoji } from './find-emoji.ts';
import { withRecent } from './kept-emoji.ts';
import { placeBeside } from './place-beside.ts';
import { inTone } from './skin-tone.ts';
import { SkinTones } from './skin-tones.tsx';
import { useKeptEmoji } from './use-kept-emoji.ts';
import '../styles/emoji.css';

const MOST_COLUMNS = 8;
/** As in the styles, where it lies at the foot of the page otherwise. */
const HAS_ROOM = '(width >= 46rem)';
/** What a finger hits; and what stands beside the rows. */
const TARGET_PX = 44;
const BESIDE_ROWS_PX = 24;

export interface EmojiPickerProps {
  readonly all: readonly NamedEmoji[];
  readonly texts: EmojiTexts;
  /** What it is to stand beside, where there is room; left out, what has the focus. */
  readonly beside?: Element | undefined;
  /** Somebody has chosen; the picker is closed by then, and the focus where it was before. */
  onChosen(emoji: string): void;
  /** Comes after each end: chosen, or Escape, or a press beside it. */
  onClosed(): void;
}

/** A sheet to choose an emoji from, by looking or by searching. */
export function EmojiPicker({ all, texts, beside, onChosen, onClosed }: EmojiPickerProps) {
  const [{ recent, tone }, keep] = useKeptEmoji();
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<Kind>(recent.length > 0 ? 'recent' : 0);
  const [columns] = useState(columnsThatFit);
  const sheet = useRef<HTMLDialogElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const panel = useId();
  const isSearch = query.trim() !== '';
  const shown = useMemo(() => {
    if (isSearch) return findEmoji(all, query.trim());
    if (kind !== 'recent') return all.filter(({ group }) => group === kind);
    return recent.flatMap((it) => all.find(({ emoji }) => emoji === it) ?? []);
  }, [all, isSearch, query, kind, recent]);
  const label = isSearch ? texts.find : nameOfKind(texts, kind);

  useEffect(() => {
    const target = beside ?? document.activeElement;
    sheet.current?.showModal();
    if (sheet.current && target && matchMedia(HAS_ROOM).matches) placeBeside(sheet.current, target);
    // With a keyboard on the screen, half of the emoji would be under it.
    if (matchMedia('(pointer: coarse)').matches) grid.current?.querySelector('button')?.focus();
    else search.current?.focus();
  }, [beside]);

  const choose = ({ emoji, hasSkin }: NamedEmoji) => {
    keep({ recent: withRecent(recent, emoji) });
    sheet.current?.close();
    onChosen(hasSkin ? inTone(emoji, tone) : emoji);
  };

  const onSearchKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const [first] = shown;
    if (event.key === 'ArrowDown') grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    else if (event.key === 'Enter' && isSearch && first) choose(first);
    else return;
    event.preventDefault();
  };

  const onPress = ({ target }: MouseEvent) => {
    // Inside of it there are only others: this is the shade around it.
    if (target === sheet.current) sheet.current?.close();
  };

  const rows = <EmojiGrid {...{ label, columns, tone, grid }} emoji={shown} onChosen={choose} />;

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard, Escape closes it
    <dialog
      ref={sheet}
      className="emoji-picker"
      aria-label={texts.title}
      data-columns={columns}
      onClose={onClosed}
      onClick={onPress}
    >
      <div className="emoji-picker-content">
        <div className="emoji-search">
          <input
            ref={search}
            type="search"
            aria-label={texts.find}
            placeholder={texts.find}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            dir={query === '' ? undefined : 'auto'}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            onKeyDown={onSearchKey}
          />
          <button type="button" aria-label={texts.close} onClick={() => sheet.current?.close()}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 6l12 12M18 6 6 18" />
            </svg>
          </button>
        </div>
        {isSearch ? (
          <div className="emoji-panel">{shown.length > 0 ? rows : <p>{texts.nothingFound}</p>}</div>
        ) : (
          <>
            <EmojiTabs
              kinds={recent.length > 0 ? ['recent', ...GROUPS] : GROUPS}
              chosen={kind}
              texts={texts}
              panel={panel}
              onChosen={setKind}
            />
            <div id={panel} role="tabpanel" aria-label={label} className="emoji-panel">
              {rows}
            </div>
          </>
        )}
        <SkinTones chosen={tone} texts={texts} onChosen={(it) => keep({ tone: it })} />
        <p role="status" className="visually-hidden">
          {isSearch && shown.length > 0 && texts.found(shown.length)}
        </p>
      </div>
    </dialog>
  );
}

function columnsThatFit(): number {
  return Math.min(MOST_COLUMNS, Math.floor((innerWidth - BESIDE_ROWS_PX) / TARGET_PX));
}
