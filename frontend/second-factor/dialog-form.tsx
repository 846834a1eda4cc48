import type { ReactNode } from 'react';
import { Refused } from '../net/errors.ts';
import { useAccountTexts } from '../parts/account-texts.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { type FormProblem, formProblemOf } from '../parts/form-problem.ts';
import { useForm } from '../parts/use-form.ts';
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

  const problemIn = async (error: unknown): Promise<FormProblem> => {
    const isWrong = error instanceof Refused && error.code === 'wrong-credentials';
    return isWrong
      ? { words: wrongPassword, field: 'password' }
      : formProblemOf(error, { ...texts, account });
  };
  const form = useForm({ onSubmit, problemIn, otherwise: 'input[name="password"]' });

  return (
    <FormDialog
      title={title}
      form={form}
      className="password-form"
      button={{
        kind: isDangerous ? 'danger-button' : 'main-button',
        words: form.isBusy ? account.oneMoment : submitLabel,
      }}
      cancel={cancel}
      onClose={onClose}
    >
      {children}
    </FormDialog>
  );
}
