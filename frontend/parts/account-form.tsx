import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { problemOf, Refused } from '../net/errors.ts';
import { useTexts } from '../texts/use-texts.ts';

export interface AccountFormProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly notice?: string | undefined;
  /** What throws is shown to the person; the values are the fields', by name. */
  readonly onSubmit: (values: Record<string, string>) => Promise<void>;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** The page with a form on which somebody gets in. */
export function AccountForm({ title, submitLabel, notice, onSubmit, footer, children }: AccountFormProps) {
  const { problems } = useTexts();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    document.title = `${title} – Chat`;
  }, [title]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const values = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit(values);
    } catch (error) {
      setProblem(isAboutField(error) ? (error as Refused).message : problems[problemOf(error)]);
      fieldInQuestion(form.current, error)?.focus();
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="account-page">
      <form ref={form} className="account-form" onSubmit={submit} aria-busy={isBusy}>
        <h1>{title}</h1>
        {notice !== undefined && <p className="notice">{notice}</p>}
        {children}
        {problem !== undefined && (
          <p role="alert" className="problem">
            {problem}
          </p>
        )}
        <button type="submit" className="main-button" aria-disabled={isBusy}>
          {submitLabel}
        </button>
        <p className="account-footer">{footer}</p>
      </form>
    </main>
  );
}

function isAboutField(error: unknown): boolean {
  return error instanceof Refused && error.code === 'invalid-request';
}

/** The field that the server complains of, or else the first. */
function fieldInQuestion(form: HTMLFormElement | null, error: unknown): HTMLInputElement | null | undefined {
  const name = error instanceof Refused ? error.field : undefined;
  return form?.querySelector<HTMLInputElement>(name === undefined ? 'input' : `input[name="${name}"]`);
}
