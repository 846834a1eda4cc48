import { type FormEvent, useId, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { problemOf, Refused } from '../net/errors.ts';
import { requestsTo } from '../net/requests.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { TitledDialog } from '../parts/titled-dialog.tsx';
import { useChat } from '../parts/use-chat.ts';
import { useProfileTexts } from './profile-texts.ts';

interface DeleteAccountDialogProps {
  readonly onExport: () => void;
  readonly onClose: () => void;
}

/** Says what it means to delete one's account, offers to save what there is, and asks for the password. */
export function DeleteAccountDialog({ onExport, onClose }: DeleteAccountDialogProps) {
  const chat = useChat();
  const { deletion: texts, cancel } = useProfileTexts();
  const problems = useProblemTexts();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const id = useId();

  const remove = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await chat.logOut(() => requestsTo().post('delete-account', { password }));
      navigate('/login', { replace: true });
    } catch (error) {
      const isWrong = error instanceof Refused && error.code === 'wrong-credentials';
      setProblem(isWrong ? texts.wrong : problems[problemOf(error)]);
      setBusy(false);
    }
  };

  return (
    <TitledDialog className="question" title={texts.title} onClose={onClose}>
      <form className="profile-form" onSubmit={remove}>
        <p>{texts.rule}</p>
        <p>{texts.exportFirst}</p>
        <button type="button" className="quiet-button" onClick={onExport}>
          {texts.export}
        </button>
        <div className="field">
          <label htmlFor={id}>{texts.password}</label>
          <div className="field-input">
            <input
              id={id}
              type="password"
              autoComplete="current-password"
              required
              value={password}
              aria-invalid={problem !== undefined}
              aria-describedby={problem === undefined ? `${id}-hint` : `${id}-problem`}
              onChange={({ target }) => setPassword(target.value)}
            />
          </div>
          {problem !== undefined && (
            <p id={`${id}-problem`} role="alert" className="problem">
              {problem}
            </p>
          )}
          <p id={`${id}-hint`} className="hint">
            {texts.noReturn}
          </p>
        </div>
        <div className="dialog-buttons">
          <button type="button" className="quiet-button" onClick={onClose}>
            {cancel}
          </button>
          <button type="submit" className="danger-button" aria-disabled={isBusy}>
            {texts.sure}
          </button>
        </div>
      </form>
    </TitledDialog>
  );
}
