import * as v from 'valibot';

/** The longest that Unicode recommends, a family, has 11; some are a little longer with skin tones. */
const MAX_EMOJI_CODE_UNITS = 40;

/** One emoji of those that Unicode recommends for general interchange, and nothing else. */
export const Emoji = v.pipe(
  v.string('An emoji is a string.'),
  v.maxLength(MAX_EMOJI_CODE_UNITS, 'This is more than one emoji.'),
  v.check(isOneEmoji, 'This is not one emoji.'),
);

let oneEmoji: RegExp | undefined;

/** Made when the first one is checked: all emoji are in it, and each function for frames would take a quarter longer to load. */
function isOneEmoji(text: string): boolean {
  oneEmoji ??= /^\p{RGI_Emoji}$/v;
  return oneEmoji.test(text);
}
