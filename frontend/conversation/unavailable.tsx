import type { Problem } from '../net/errors.ts';
import { BackLink } from '../parts/back-link.tsx';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { useTexts } from '../texts/use-texts.ts';

/** In place of a conversation that can't be shown: why that is. */
export function Unavailable({ name, problem }: { name: string; problem: Problem }) {
  const { conversation } = useTexts();
  const problems = useProblemTexts();
  return (
    <main className="conversation">
      <header className="conversation-header">
        <BackLink label={conversation.back} />
        <h1 dir="auto">{name}</h1>
      </header>
      <p role="alert" className="unavailable">
        {problems[problem]}
      </p>
    </main>
  );
}
