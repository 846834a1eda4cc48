import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { problemOf } from '../net/errors.ts';
import { Avatar } from '../parts/avatar.tsx';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Who I am, and the way out. */
export function MyAccount() {
  const chat = useChat();
  const { problems } = useTexts();
  const session = useKnown((state) => state.session);
  const unsent = useKnown((state) => state.outbox.length);
  const [problem, setProblem] = useState<string>();
  const [, navigate] = useLocation();
  const question = useRef<HTMLDialogElement>(null);
  if (session.status !== 'signed-in') return null;

  const logOut = async () => {
    setProblem(undefined);
    try {
      await chat.logOut();
      // Without the way back to what was open: the next to log in may be somebody else.
      navigate('/login', { replace: true });
    } catch (error) {
      setProblem(`You are still logged in. ${problems[problemOf(error)]}`);
    }
  };

  return (
    <header className="my-account">
      <Avatar person={session.me} />
      <p className="my-names">
        <strong>{session.me.displayName}</strong>
        <span className="name">{session.me.name}</span>
      </p>
      <button
        type="button"
        className="quiet-button"
        onClick={() => (unsent > 0 ? question.current?.showModal() : logOut())}
      >
        Log out
      </button>
      {problem !== undefined && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <dialog ref={question} aria-labelledby="discard-question">
        <form method="dialog">
          <p id="discard-question">
            {unsent === 1 ? 'A message of yours was' : `${unsent} of your messages were`} not sent. Logging
            out discards {unsent === 1 ? 'it' : 'them'}.
          </p>
          <div className="dialog-buttons">
            <button type="submit" className="quiet-button">
              Stay
            </button>
            <button type="submit" className="danger-button" onClick={logOut}>
              Discard and leave
            </button>
          </div>
        </form>
      </dialog>
    </header>
  );
}
