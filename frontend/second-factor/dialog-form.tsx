import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Refused } from '../net/errors.ts';
import { useAccountTexts } from '../parts/account-texts.ts';
import { type FormProblem, FormProblemContext, formProblemOf } from '../parts/form-problem.ts';
import { TitledDialog } from '../parts/titled-dialog.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useCodesTexts } from './codes-texts.ts';
import '../styles/conversation-settings.css';

export interface DialogFormProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly isDangerous?: boolean;
  /** What throws is shown to the person; the values are the fields', by name. */
  readonly onSubmit: (values: Record<string, string>) => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that asks for the password before something about the account is changed. */
export function DialogForm({
  title,
  submitLabel,
  isDangerous,
  onSubmit,
  onClose,
  children,
}: DialogFormProps) {
  const texts = useTexts();
  const account = useAccountTexts();
  const { cancel, wrongPassword } = useCodesTexts();
  const [problem, setProblem] = useState<FormProblem>();
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const problemIn = async (error: unknown): Promise<FormProblem> => {
    const isWrong = error instanceof Refused && error.code === 'wrong-credentials';
    return isWrong
      ? { words: wrongPassword, field: 'password' }
      : formProblemOf(error, { ...texts, account });
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const values = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit(values);
    } catch (error) {
      const found = await problemIn(error);
      setProblem(found);
      form.current?.querySelector<HTMLInputElement>(`input[name="${found.field ?? 'password'}"]`)?.focus();
    } finally {
      setBusy(false);
    }
  };

  return (
    <TitledDialog className="question" title={title} onClose={onClose}>
      <form ref={form} className="password-form" onSubmit={submit} aria-busy={isBusy}>
        <FormProblemContext value={problem}>{children}</FormProblemContext>
        {problem !== undefined && problem.field === undefined && (
          <p role="alert" className="problem">
            {problem.words}
          </p>
        )}
        <div className="dialog-buttons">
          <button type="button" className="quiet-button" onClick={onClose}>
            {cancel}
          </button>
          <button
            type="submit"
            className={isDangerous ? 'danger-button' : 'main-button'}
            aria-disabled={isBusy}
          >
            {isBusy ? account.oneMoment : submitLabel}
          </button>
        </div>
      </form>
    </TitledDialog>
  );
}
