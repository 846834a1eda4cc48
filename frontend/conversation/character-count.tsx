import { useAroundTexts } from '../parts/around-texts.ts';

export interface CharacterCountProps {
  readonly id: string;
  /** Undefined while there are plenty. */
  readonly left: number | undefined;
}

/** How many characters may still be typed. It is there, empty, at all times: only then is what it says read out. */
export function CharacterCount({ id, left }: CharacterCountProps) {
  const texts = useAroundTexts();
  return (
    <p id={id} className="count" role="status" data-over={left !== undefined && left < 0}>
      {left !== undefined && (left < 0 ? texts.tooLong(-left) : texts.charactersLeft(left))}
    </p>
  );
}
