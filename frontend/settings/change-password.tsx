import { type FormEvent, useRef, useState } from 'react';
import { problemOf, Refused } from '../net/errors.ts';
import { useAccountTexts } from '../parts/account-texts.ts';
import { Checkbox } from '../parts/checkbox.tsx';
import { Field } from '../parts/field.tsx';
import { type FormProblem, FormProblemContext } from '../parts/form-problem.ts';
import { ProblemOfForm } from '../parts/problem-of-form.tsx';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { useKnown } from '../parts/use-chat.ts';
import { accountApi } from './account-api.ts';
import { useSafetyTexts } from './safety-texts.ts';
import { Section } from './section.tsx';

/** Another password in place of the current one, which has to be known. */
export function ChangePassword({ onChanged }: { onChanged: () => void }) {
  const { password: texts } = useSafetyTexts();
  const problems = useProblemTexts();
  const account = useAccountTexts();
  const session = useKnown((state) => state.session);
  const [problem, setProblem] = useState<FormProblem>();
  const [state, setState] = useState<'idle' | 'busy' | 'changed'>('idle');
  const form = useRef<HTMLFormElement>(null);

  const problemIn = (error: unknown): FormProblem => {
    const words = problems[problemOf(error)];
    if (!(error instanceof Refused)) return { words };
    const { code, field } = error;
    if (code === 'wrong-credentials') return { words: texts.wrongCurrent, field };
    if (code === 'invalid-request' && field === 'password')
      return { words: account.fieldProblems.password, field };
    return { words, field };
  };

  const change = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state === 'busy') return;
    const { current, password, endOthers } = Object.fromEntries(new FormData(event.currentTarget));
    setState('busy');
    setProblem(undefined);
    try {
      await accountApi.changePassword({
        current: `${current}`,
        password: `${password}`,
        endOthers: endOthers !== undefined,
      });
      form.current?.reset();
      setState('changed');
      onChanged();
    } catch (error) {
      const found = problemIn(error);
      setProblem(found);
      setState('idle');
      form.current?.querySelector<HTMLInputElement>(`input[name="${found.field ?? 'current'}"]`)?.focus();
    }
  };

  if (session.status !== 'signed-in') return null;
  return (
    <Section heading={texts.heading}>
      <form ref={form} className="password-form" onSubmit={change} aria-busy={state === 'busy'}>
        {/* For the browser, which keeps the new password under this name. */}
        <input type="text" name="username" autoComplete="username" value={session.me.name} readOnly hidden />
        <FormProblemContext value={problem}>
          <Field name="current" label={texts.current} type="password" autoComplete="current-password" />
          <Field
            name="password"
            label={texts.next}
            hint={texts.hint}
            type="password"
            autoComplete="new-password"
          />
        </FormProblemContext>
        <Checkbox name="endOthers" label={texts.endOthers} hint={texts.endOthersHint} isChosen />
        <ProblemOfForm problem={problem} />
        <button type="submit" className="main-button" aria-disabled={state === 'busy'}>
          {state === 'busy' ? account.oneMoment : texts.change}
        </button>
        <p role="status" className="hint">
          {state === 'changed' && texts.changed}
        </p>
      </form>
    </Section>
  );
}
