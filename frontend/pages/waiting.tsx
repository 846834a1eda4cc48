import type { Problem } from '../net/errors.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Before it is known who is signed in; with a problem, while it can't be found out. */
export function Waiting({ problem }: { problem?: Problem }) {
  const { problems } = useTexts();
  return (
    <main className="notice-page">
      {problem === undefined ? (
        <p className="appears-late">Loading…</p>
      ) : (
        <div role="alert">
          <h1>Not connected</h1>
          <p>{problems[problem]}</p>
          <p>This page keeps trying, and goes on by itself.</p>
        </div>
      )}
    </main>
  );
}
