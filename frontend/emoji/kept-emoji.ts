import { EMOJI_KEY } from '../store/emoji-key.ts';
import { storedItems } from '../store/items.ts';
import { SKIN_TONES, type SkinTone } from './skin-tone.ts';

/** As many as two rows of the picker. */
const MOST_RECENT = 16;
/** No emoji is longer. */
const LONGEST_CODE_UNITS = 40;

/** What somebody likes to choose. */
export interface KeptEmoji {
  /** In no skin tone; the latest first. */
  readonly recent: readonly string[];
  readonly tone: SkinTone;
}

const KEY = 'liked';

let current: (KeptEmoji & { readonly person: string }) | undefined;

/** What this person has chosen on this device before. */
export function keptEmoji(person: string): KeptEmoji {
  if (current?.person !== person) {
    const kept = new Map(storedItems<unknown>(`${EMOJI_KEY}${person}/`).all()).get(KEY);
    current = { person, ...parseKept(kept) };
  }
  return current;
}

/** With an emoji as the latest. */
export function withRecent(recent: readonly string[], emoji: string): string[] {
  return [emoji, ...recent.filter((it) => it !== emoji)].slice(0, MOST_RECENT);
}

/**
 * Holds at once, as long as the page is open.
 * @param options whether it outlives the page; on a computer that others use it does not
 */
export function keepEmoji(person: string, change: Partial<KeptEmoji>, options: { isKept: boolean }): void {
  const { recent, tone } = { ...keptEmoji(person), ...change };
  current = { person, recent, tone };
  if (options.isKept) storedItems(`${EMOJI_KEY}${person}/`).put(KEY, { recent, tone });
}

/** What was kept, as far as it makes sense: it may be from another version, or from anybody with a console. */
export function parseKept(kept: unknown): KeptEmoji {
  const { recent, tone } = { ...(kept as Partial<Record<string, unknown>> | null | undefined) };
  return {
    recent: (Array.isArray(recent) ? recent : []).filter(isShort).slice(0, MOST_RECENT),
    tone: SKIN_TONES.find((it) => it === tone) ?? 0,
  };
}

function isShort(it: unknown): it is string {
  return typeof it === 'string' && it.length <= LONGEST_CODE_UNITS;
}
