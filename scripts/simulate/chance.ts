import { seededFraction } from '../../test/support/seeded-random.ts';

/**
 * Chance, from a seed. Each use has a stream of its own, by its name: what one thing draws more or less, as a plan is
 * made smaller, leaves what all others get as it was.
 */
export interface Chance {
  /** In [0, 1). */
  fraction(stream: string): number;
  /** In [least, most). */
  between(stream: string, least: number, most: number): number;
  /** One of a list that is not empty. */
  oneOf<Item>(stream: string, items: readonly Item[]): Item;
}

export function chanceOf(seed: number): Chance {
  const streams = new Map<string, () => number>();
  const fraction = (name: string): number => {
    const stream = streams.get(name) ?? seededFraction(hashOf(name, seed));
    streams.set(name, stream);
    return stream();
  };
  return {
    fraction,
    between: (stream, least, most) => least + fraction(stream) * (most - least),
    oneOf: <Item>(stream: string, items: readonly Item[]) =>
      items[Math.floor(fraction(stream) * items.length)] as Item,
  };
}

/** A whole number of 32 bits for a text, which goes on from another one: FNV-1a. */
export function hashOf(text: string, from = 0x811c9dc5): number {
  let hash = from;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
