import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { AccountPage } from './account-page.tsx';
import { useAccountTexts } from './account-texts.ts';
import { type FormProblem, FormProblemContext, formProblemOf } from './form-problem.ts';

export interface AccountFormProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly notice?: string | undefined;
  /** What throws is shown to the person; the values are the fields', by name. */
  readonly onSubmit: (values: Record<string, string>) => Promise<void>;
  /** What there is beside the form's own way in. */
  readonly otherWay?: ReactNode;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** The page with a form on which somebody gets in. */
export function AccountForm({
  title,
  submitLabel,
  notice,
  onSubmit,
  otherWay,
  footer,
  children,
}: AccountFormProps) {
  const texts = useTexts();
  const account = useAccountTexts();
  const [problem, setProblem] = useState<FormProblem>();
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const pageTitle = texts.app.titleOf(title);

  useEffect(() => {
    document.title = pageTitle;
  }, [pageTitle]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const values = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit(values);
    } catch (error) {
      const found = await formProblemOf(error, { ...texts, account });
      setProblem(found);
      fieldInQuestion(form.current, found)?.focus();
    } finally {
      setBusy(false);
    }
  };

  return (
    <AccountPage>
      <form ref={form} className="account-form" onSubmit={submit} aria-busy={isBusy}>
        <h1>{title}</h1>
        {notice !== undefined && <p className="notice">{notice}</p>}
        <FormProblemContext value={problem}>{children}</FormProblemContext>
        {problem !== undefined && problem.field === undefined && (
          <p role="alert" className="problem">
            {problem.words}
          </p>
        )}
        <button type="submit" className="main-button" aria-disabled={isBusy}>
          {isBusy ? account.oneMoment : submitLabel}
        </button>
        {otherWay}
        <p className="account-footer">{footer}</p>
      </form>
    </AccountPage>
  );
}

/** The field that is wrong, or else the first. */
function fieldInQuestion(form: HTMLFormElement | null, { field }: FormProblem) {
  return form?.querySelector<HTMLInputElement>(field === undefined ? 'input' : `input[name="${field}"]`);
}
