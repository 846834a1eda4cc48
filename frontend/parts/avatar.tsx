import type { Person } from '../../lib/protocol/names.ts';

const HUES = 12;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first letter of somebody's display name, in a colour that is always theirs. */
export function Avatar({ person }: { person: Person }) {
  const [first] = graphemes.segment(person.displayName);
  return (
    <span className="avatar" data-hue={hueOf(person.name)} aria-hidden="true">
      {first?.segment.toUpperCase()}
    </span>
  );
}

/** A class and not a style, which the pages' policy does not allow. */
function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.charCodeAt(0)) % 65_536;
  return hash % HUES;
}
