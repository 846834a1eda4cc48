import { useId, useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { problemOf } from '../net/errors.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { useSettingsTexts } from './settings-texts.ts';

/** The way out; it asks before messages are lost by it. */
export function LogOut() {
  const chat = useChat();
  const { logOut: texts } = useSettingsTexts();
  const problems = useProblemTexts();
  const unsent = useKnown((state) => state.outbox.length);
  const [problem, setProblem] = useState<string>();
  const question = useRef<HTMLDialogElement>(null);
  const questionId = useId();

  const logOut = async () => {
    setProblem(undefined);
    try {
      await chat.logOut();
      // Without the way back to what was open: the next to log in may be somebody else.
      navigate('/login', { replace: true });
    } catch (error) {
      setProblem(texts.failed(problems[problemOf(error)]));
    }
  };

  return (
    <>
      <button
        type="button"
        className="danger-button"
        onClick={() => (unsent > 0 ? question.current?.showModal() : logOut())}
      >
        {texts.button}
      </button>
      <p className="hint">{texts.hint}</p>
      {problem !== undefined && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <dialog ref={question} aria-labelledby={questionId}>
        <form method="dialog">
          <p id={questionId}>{texts.question(unsent)}</p>
          <div className="dialog-buttons">
            <button type="submit" className="quiet-button">
              {texts.stay}
            </button>
            <button type="submit" className="danger-button" onClick={logOut}>
              {texts.leave}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
