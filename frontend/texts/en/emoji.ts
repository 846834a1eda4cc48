import { plural } from '../plural.ts';

/** Where an emoji is chosen; loaded with it. */
export const emoji = {
  title: 'Choose an emoji',
  find: 'Find an emoji',
  found: (count: number) => plural('en', count, { one: '# emoji found', other: '# emoji found' }),
  nothingFound: 'There is no emoji like that.',
  close: 'Close',
  kinds: 'Kinds of emoji',
  recent: 'Recently used',
  /** By their numbers in Unicode's data. */
  groups: {
    0: 'Smileys and feelings',
    1: 'People and bodies',
    3: 'Animals and nature',
    4: 'Food and drink',
    5: 'Travel and places',
    6: 'Activities',
    7: 'Objects',
    8: 'Symbols',
    9: 'Flags',
  },
  skinTone: 'Skin tone',
  skinTones: {
    0: 'No skin tone',
    1: 'Light',
    2: 'Medium-light',
    3: 'Medium',
    4: 'Medium-dark',
    5: 'Dark',
  },
  /** The list that is offered while somebody types `:smi`. */
  offered: 'Emoji that are meant',
};

export type EmojiTexts = typeof emoji;
