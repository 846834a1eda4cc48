import type { Problem } from '../net/errors.ts';
import { Mark } from '../parts/mark.tsx';
import { useLasting } from '../parts/use-lasting.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CodeMissing } from './code-missing.tsx';
import { Opening } from './opening.tsx';

/** Longer than this, and somebody who waits wants to know what for. */
const LONG_MS = 4_000;

export interface WaitingProps {
  /** The chat's code did not come. */
  readonly isMissing: boolean;
  /** Whether somebody is most likely signed in, so that the conversations will be next. */
  readonly isExpected: boolean;
  /** Why it can't be found out who is signed in; it is tried again all the time. */
  readonly problem: Problem | undefined;
}

/** Before it is known who is signed in. */
export function Waiting({ isMissing, isExpected, problem }: WaitingProps) {
  const { app } = useTexts();
  const isLong = useLasting(true, LONG_MS);
  if (isMissing) return <CodeMissing />;
  if (problem !== undefined) {
    return (
      <main className="notice-page">
        <Mark />
        <div role="alert">
          <h1>{app.notConnected}</h1>
          <p>{problem === 'no-answer' ? app.unreachable : app.serverTrouble}</p>
          <p>{app.keepsTrying}</p>
        </div>
        <TryAgain />
      </main>
    );
  }
  if (isExpected) return <Opening isLong={isLong} />;
  return (
    <main className="notice-page">
      <h1 className="visually-hidden">{app.name}</h1>
      <p role="status" className="appears-late">
        {isLong ? app.openingTakesLong : app.opening}
      </p>
      {isLong && <TryAgain />}
    </main>
  );
}

/** What people do by themselves when nothing happens; so that they need not wonder whether they may. */
function TryAgain() {
  const { app } = useTexts();
  return (
    <button type="button" className="quiet-button" onClick={() => location.reload()}>
      {app.reload}
    </button>
  );
}
