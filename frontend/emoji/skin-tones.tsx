import type { EmojiTexts } from '../texts/en/emoji.ts';
import { inTone, SKIN_TONES, type SkinTone } from './skin-tone.ts';

const EXAMPLE = '✋';

export interface SkinTonesProps {
  readonly chosen: SkinTone;
  readonly texts: EmojiTexts;
  onChosen(tone: SkinTone): void;
}

/** In which tone emoji with skin are chosen. */
export function SkinTones({ chosen, texts, onChosen }: SkinTonesProps) {
  return (
    <fieldset className="skin-tones">
      <legend className="visually-hidden">{texts.skinTone}</legend>
      {SKIN_TONES.map((tone) => (
        <label key={tone} title={texts.skinTones[tone]}>
          <input
            type="radio"
            name="skin-tone"
            aria-label={texts.skinTones[tone]}
            checked={tone === chosen}
            onChange={() => onChosen(tone)}
          />
          <span aria-hidden="true">{inTone(EXAMPLE, tone)}</span>
        </label>
      ))}
    </fieldset>
  );
}
