import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListedSession } from '../../lib/protocol/rest.ts';
import { type Problem, problemOf } from '../net/errors.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { accountApi } from './account-api.ts';
import { EndLogIn } from './end-log-in.tsx';
import { LogIn } from './log-in.tsx';
import { useSafetyTexts } from './safety-texts.ts';
import { Section } from './section.tsx';

/** Where somebody is logged in, and how to log out elsewhere. */
export function LogIns({ say }: { say: (what: string) => void }) {
  const { logIns: texts } = useSafetyTexts();
  const problems = useProblemTexts();
  const [sessions, setSessions] = useState<readonly ListedSession[]>();
  const [problem, setProblem] = useState<Problem>();
  /** Which is going to be ended, or all others. */
  const [ending, setEnding] = useState<ListedSession | 'others'>();
  const list = useRef<HTMLUListElement>(null);

  const load = useCallback(async () => {
    setProblem(undefined);
    try {
      setSessions((await accountApi.sessions()).sessions);
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, []);
  useEffect(() => void load(), [load]);

  const hasEnded = (which: ListedSession | 'others') => {
    setEnding(undefined);
    setSessions((all) => all?.filter((one) => (which === 'others' ? one.current : one !== which)));
    say(which === 'others' ? texts.endedOthers : texts.ended(which.device || texts.unknownDevice));
    // What was pressed is not there any more.
    list.current?.focus();
  };

  return (
    <Section heading={texts.heading}>
      {problem !== undefined ? (
        <>
          <p role="alert" className="problem">
            {texts.failed(problems[problem])}
          </p>
          <button type="button" className="quiet-button" onClick={load}>
            {texts.again}
          </button>
        </>
      ) : sessions === undefined ? (
        <p className="hint">{texts.loading}</p>
      ) : (
        <>
          <ul ref={list} className="log-ins" aria-label={texts.heading} tabIndex={-1}>
            {sessions.map((session) => (
              <LogIn key={session.id} session={session} onEnd={() => setEnding(session)} />
            ))}
          </ul>
          {sessions.length > 2 && (
            <button type="button" className="danger-button" onClick={() => setEnding('others')}>
              {texts.endOthers}
            </button>
          )}
        </>
      )}
      {ending !== undefined && (
        <EndLogIn which={ending} onEnded={() => hasEnded(ending)} onClose={() => setEnding(undefined)} />
      )}
    </Section>
  );
}
