import { type FormEvent, useState } from 'react';
import { problemOf, Refused } from '../net/errors.ts';
import { Field } from '../parts/field.tsx';
import { type FormProblem, FormProblemContext } from '../parts/form-problem.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { TitledDialog } from '../parts/titled-dialog.tsx';
import { NoPasskey } from './no-passkey.ts';
import { usePasskeyTexts } from './passkey-texts.ts';

export interface PasskeyDialogProps {
  readonly title: string;
  /** What it means to do it. */
  readonly means: string;
  readonly button: { readonly kind: 'main-button' | 'danger-button'; readonly words: string };
  /** Does it; what it throws is said. */
  readonly act: (password: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the password before a passkey is added or removed; stays, and says why, if that could not be done. */
export function PasskeyDialog({ title, means, button, act, onClose }: PasskeyDialogProps) {
  const texts = usePasskeyTexts();
  const problems = useProblemTexts();
  const [problem, setProblem] = useState<FormProblem>();
  const [isBusy, setBusy] = useState(false);

  const problemIn = (error: unknown): FormProblem => {
    if (error instanceof NoPasskey) {
      const isThere = error.cause instanceof DOMException && error.cause.name === 'InvalidStateError';
      return { words: isThere ? texts.isThere : texts.notMade };
    }
    const isWrong = error instanceof Refused && error.code === 'wrong-credentials';
    return isWrong
      ? { words: texts.wrongPassword, field: 'password' }
      : { words: problems[problemOf(error)] };
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = event.currentTarget;
    setBusy(true);
    setProblem(undefined);
    try {
      await act(`${new FormData(form).get('password')}`);
    } catch (error) {
      setProblem(problemIn(error));
      form.querySelector<HTMLInputElement>('input[name="password"]')?.focus();
    } finally {
      setBusy(false);
    }
  };

  return (
    <TitledDialog className="question" title={title} onClose={onClose}>
      <form className="passkey-form" onSubmit={submit} aria-busy={isBusy}>
        <p>{means}</p>
        <FormProblemContext value={problem}>
          <Field
            name="password"
            label={texts.password}
            type="password"
            autoComplete="current-password"
            autoFocus
          />
        </FormProblemContext>
        {problem !== undefined && problem.field === undefined && (
          <p role="alert" className="problem">
            {problem.words}
          </p>
        )}
        <div className="dialog-buttons">
          <button type="button" className="quiet-button" onClick={onClose}>
            {texts.cancel}
          </button>
          <button type="submit" className={button.kind} aria-disabled={isBusy}>
            {button.words}
          </button>
        </div>
      </form>
    </TitledDialog>
  );
}
