/** As many as are still read as a gesture and not as a text. */
const MAX_LARGE = 3;

const EMOJI = /^\p{RGI_Emoji}$/v;
const LONGEST_CHARACTERS = 60;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Whether a text is one to three emoji and nothing else, which are shown large. */
export function isEmojiOnly(text: string): boolean {
  if (text.length > LONGEST_CHARACTERS) return false;
  const shown = [...graphemes.segment(text)].map(({ segment }) => segment).filter((it) => it.trim() !== '');
  return shown.length > 0 && shown.length <= MAX_LARGE && shown.every((it) => EMOJI.test(it));
}
