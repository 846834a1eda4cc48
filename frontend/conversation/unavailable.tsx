import type { Problem } from '../net/errors.ts';
import { BackLink } from '../parts/back-link.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** In place of a conversation that there can't be, as with a name that nobody has. */
export function Unavailable({ name, problem }: { name: string; problem: Problem }) {
  const { problems, conversation } = useTexts();
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
