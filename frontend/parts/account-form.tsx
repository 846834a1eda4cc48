import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { AccountPage } from './account-page.tsx';
import { useAccountTexts } from './account-texts.ts';
import { FormProblemContext, formProblemOf } from './form-problem.ts';
import { ProblemOfForm } from './problem-of-form.tsx';
import { useForm } from './use-form.ts';

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
  const { problem, isBusy, form, submit } = useForm({
    onSubmit,
    problemIn: (error) => formProblemOf(error, { ...texts, account }),
    otherwise: 'input',
  });
  const pageTitle = texts.app.titleOf(title);

  useEffect(() => {
    document.title = pageTitle;
  }, [pageTitle]);

  return (
    <AccountPage>
      <form ref={form} className="account-form" onSubmit={submit} aria-busy={isBusy}>
        <h1>{title}</h1>
        {notice !== undefined && <p className="notice">{notice}</p>}
        <FormProblemContext value={problem}>{children}</FormProblemContext>
        <ProblemOfForm problem={problem} />
        <button type="submit" className="main-button" aria-disabled={isBusy}>
          {isBusy ? account.oneMoment : submitLabel}
        </button>
        {otherWay}
        <p className="account-footer">{footer}</p>
      </form>
    </AccountPage>
  );
}
