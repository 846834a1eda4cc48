import type { EmojiTexts } from '../en/emoji.ts';
import { plural } from '../plural.ts';

export const emoji: EmojiTexts = {
  title: 'Emoji auswählen',
  find: 'Emoji suchen',
  found: (count) => plural('de', count, { one: '# Emoji gefunden', other: '# Emoji gefunden' }),
  nothingFound: 'So ein Emoji gibt es nicht.',
  close: 'Schließen',
  kinds: 'Arten von Emoji',
  recent: 'Zuletzt benutzt',
  groups: {
    0: 'Smileys und Gefühle',
    1: 'Menschen und Körper',
    3: 'Tiere und Natur',
    4: 'Essen und Trinken',
    5: 'Reisen und Orte',
    6: 'Aktivitäten',
    7: 'Gegenstände',
    8: 'Symbole',
    9: 'Flaggen',
  },
  skinTone: 'Hautton',
  skinTones: {
    0: 'Kein Hautton',
    1: 'Hell',
    2: 'Mittelhell',
    3: 'Mittel',
    4: 'Mitteldunkel',
    5: 'Dunkel',
  },
  offered: 'Gemeinte Emoji',
};
