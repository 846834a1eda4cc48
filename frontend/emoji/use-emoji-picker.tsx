import { type ReactNode, useState } from 'react';
import { importAnew } from '../net/import-anew.ts';
import { language } from '../texts/language.ts';
import type { PreparedPickerProps } from './prepared-picker.tsx';

type Picker = (props: PreparedPickerProps) => ReactNode;

/** Gets the picker in the language of the pages; all of it is fetched when it is first asked for. */
export async function loadEmojiPicker(): Promise<Picker> {
  const { preparedPicker } = await importAnew(() => import('./prepared-picker.tsx'));
  return preparedPicker(language().tag);
}

/**
 * A picker of emoji that can be opened. What has the focus then gets it back.
 * @param onChosen is called when it is closed again, so that the focus may be put elsewhere
 */
export function useEmojiPicker(onChosen: (emoji: string) => void): {
  readonly picker: ReactNode;
  /** @param beside what it is to stand beside; left out, what has the focus */
  show(beside?: Element): void;
} {
  const [open, setOpen] = useState<{ Picker: Picker; beside: Element | undefined }>();
  const show = (beside?: Element) => {
    // Without the network there is none; the next time it is asked for may be better.
    loadEmojiPicker().then(
      (Picker) => setOpen({ Picker, beside }),
      () => {},
    );
  };
  const picker = open && (
    <open.Picker beside={open.beside} onChosen={onChosen} onClosed={() => setOpen(undefined)} />
  );
  return { picker, show };
}
