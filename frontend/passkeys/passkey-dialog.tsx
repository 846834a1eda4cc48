import { problemOf, Refused } from '../net/errors.ts';
import { Field } from '../parts/field.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import type { FormProblem } from '../parts/form-problem.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { useForm } from '../parts/use-form.ts';
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

  const form = useForm({
    onSubmit: ({ password = '' }) => act(password),
    problemIn,
    otherwise: 'input[name="password"]',
  });

  return (
    <FormDialog
      title={title}
      form={form}
      className="passkey-form"
      button={button}
      cancel={texts.cancel}
      onClose={onClose}
    >
      <p>{means}</p>
      <Field
        name="password"
        label={texts.password}
        type="password"
        autoComplete="current-password"
        autoFocus
      />
    </FormDialog>
  );
}
