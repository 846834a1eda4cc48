import { useEffect, useId, useMemo, useState } from 'react';
import type { EmojiTexts } from '../texts/en/emoji.ts';
import { useLanguage } from '../texts/use-texts.ts';
import type { EmojiList } from './data/types.ts';
import { insertText } from './insert-text.ts';
import { loadEmojiList } from './load-data.ts';
import { loadEmojiTexts } from './load-texts.ts';
import { emojiNamed, offersFor } from './shortcodes.ts';
import { useBegunShortcode } from './use-begun-shortcode.ts';
import { useKeptEmoji } from './use-kept-emoji.ts';
import { useListKeys } from './use-list-keys.ts';
import '../styles/emoji.css';

/**
 * Lists what may be meant by the `:smi` that is being typed, as long as it is; and puts the emoji in the place of a
 * shortcode that is typed to its end.
 */
export function ShortcodeList({ field }: { field: HTMLTextAreaElement }) {
  const { tag } = useLanguage();
  const [loaded, setLoaded] = useState<{ list: EmojiList; texts: EmojiTexts }>();
  const [{ tone }] = useKeptEmoji();
  const id = useId();

  useEffect(() => {
    Promise.all([loadEmojiList(), loadEmojiTexts(tag)]).then(
      ([list, texts]) => setLoaded({ list, texts }),
      () => {},
    );
  }, [tag]);

  const list = loaded?.list;
  const { begun, dismiss } = useBegunShortcode(field, ({ from, to, name }) => {
    const emoji = list && emojiNamed(list, name, tone);
    if (emoji !== undefined) insertText(field, emoji, from, to);
  });
  const offers = useMemo(() => (list && begun ? offersFor(list, begun.name, tone) : []), [list, begun, tone]);
  const choose = (place: number) => {
    const offer = offers[place];
    if (offer && begun) insertText(field, `${offer.emoji} `, begun.from, begun.to);
  };
  const active = useListKeys(field, { id, length: offers.length, choose, dismiss });

  if (offers.length === 0) return null;
  return (
    <div id={id} role="listbox" aria-label={loaded?.texts.offered} className="shortcode-list">
      {offers.map(({ name, emoji }, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and hears the keys
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div
          key={name}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === active}
          // The focus stays in the field.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(i)}
        >
          <span aria-hidden="true">{emoji}</span>
          <bdi>{`:${name}:`}</bdi>
        </div>
      ))}
    </div>
  );
}
