import { type FormEvent, type RefObject, useRef, useState } from 'react';
import type { FormProblem } from './form-problem.ts';

export interface FormOptions {
  /** What throws is shown to the person; the values are the fields', by name. */
  readonly onSubmit: (values: Record<string, string>) => Promise<void>;
  /** What to tell them of what was thrown. */
  readonly problemIn: (error: unknown) => FormProblem | Promise<FormProblem>;
  /** Which input has the focus after a problem that is of no field; a selector. */
  readonly otherwise: string;
}

/** A form that is submitted once at a time, and says what was wrong. */
export interface SubmittedForm {
  readonly problem: FormProblem | undefined;
  readonly isBusy: boolean;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly submit: (event: FormEvent<HTMLFormElement>) => Promise<void>;
}

export function useForm({ onSubmit, problemIn, otherwise }: FormOptions): SubmittedForm {
  const [problem, setProblem] = useState<FormProblem>();
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

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
      const wrong = found.field === undefined ? otherwise : `input[name="${found.field}"]`;
      form.current?.querySelector<HTMLInputElement>(wrong)?.focus();
    } finally {
      setBusy(false);
    }
  };
  return { problem, isBusy, form, submit };
}
