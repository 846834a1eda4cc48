import { useProblemTexts } from '../parts/problem-texts.ts';
import { useKnown } from '../parts/use-chat.ts';
import { useActionTexts } from './action-texts.ts';

/** Says quietly that something could not be done to a message, and why; it is shown again as it was. */
export function RefusedAct({ name }: { name: string }) {
  const texts = useActionTexts();
  const problems = useProblemTexts();
  const refused = useKnown((state) => state.refusedAct);
  return (
    <p role="status" className="refused-act">
      {refused?.with === name && texts.refused[refused.kind](problems[refused.problem])}
    </p>
  );
}
