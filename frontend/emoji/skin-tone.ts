/** From the lightest, 1, to the darkest, 5; 0 is the yellow that nobody has. */
export const SKIN_TONES = [0, 1, 2, 3, 4, 5] as const;

export type SkinTone = (typeof SKIN_TONES)[number];

const BEFORE_LIGHTEST = 0x1f3fa;
/** What can have a tone; the request to be shown as a picture goes when it gets one. */
const WITH_SKIN = /\p{Emoji_Modifier_Base}\uFE0F?/gu;
const HANDSHAKE = '🤝';

/** An emoji that has skin, in a tone; of several people, all in the same. */
export function inTone(emoji: string, tone: SkinTone): string {
  if (tone === 0) return emoji;
  const modifier = String.fromCodePoint(BEFORE_LIGHTEST + tone);
  return emoji.replace(WITH_SKIN, (one) =>
    // Between two people it says that they hold hands.
    one === HANDSHAKE && emoji !== HANDSHAKE ? one : `${one.replace('\uFE0F', '')}${modifier}`,
  );
}
