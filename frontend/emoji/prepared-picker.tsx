import { EmojiPicker, type EmojiPickerProps } from './emoji-picker.tsx';
import { named } from './find-emoji.ts';
import { loadEmojiList, loadEmojiWords } from './load-data.ts';
import { loadEmojiTexts } from './load-texts.ts';

export type PreparedPickerProps = Omit<EmojiPickerProps, 'all' | 'texts'>;

/** The picker with all that it needs to be shown in a language, given by its tag. */
export async function preparedPicker(tag: string) {
  const [list, words, texts] = await Promise.all([loadEmojiList(), loadEmojiWords(tag), loadEmojiTexts(tag)]);
  const all = named(list, words);
  return (props: PreparedPickerProps) => <EmojiPicker {...props} all={all} texts={texts} />;
}
