import { MAX_TEXT_CHARACTERS } from '../../../lib/protocol/limits.ts';

/** An emoji outside the basic plane: 4 bytes, and two of JavaScript's units. */
const ELEPHANT = '🐘';

/** As long as a text may be, and as large as that can be. */
export const LARGEST_TEXT = ELEPHANT.repeat(MAX_TEXT_CHARACTERS);

/** What people write, and what trips programs up. */
export const TEXTS: readonly [what: string, text: string][] = [
  ['an emoji of several code points', '👩‍👩‍👧‍👦 👍🏽 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['Arabic and Hebrew, from right to left', 'مرحبا ‏שלום‎ \u202eabc\u202c'],
  ['a composed and a decomposed é', '\u00e9 e\u0301'],
  ['a zero character', 'before\u0000after'],
  ['control characters', '\u0001\u001b[31m\u007f\u0085\u2028\u2029'],
  ['backslashes and quotes', '\\ \\\\ \\n \\u0000 " \' ` %s $& {x}'],
  ['lines of all systems', 'one\ntwo\r\nthree\rfour\n'],
  ['white space alone', ' \t\u00a0\u3000 '],
  ['one space', ' '],
  ['a byte order mark and the last code point', '\ufeff\u{10ffff}\uffff'],
  ['JSON', '{"text":{"S":"x"},"__proto__":null}'],
  ['markup', '<script>alert(1)</script>&amp;'],
  ['4,000 code points of 4 bytes each', LARGEST_TEXT],
];
