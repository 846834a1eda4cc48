import { type FormEvent, useEffect, useId, useState } from 'react';
import type { Person } from '../../lib/protocol/names.ts';
import { problemOf, Refused } from '../net/errors.ts';
import type { FormProblem } from '../parts/form-problem.ts';
import { ProblemOfForm } from '../parts/problem-of-form.tsx';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { useProfileTexts } from './profile-texts.ts';
import { useChangeProfile } from './use-change-profile.ts';

/** The name that others read, and a line about me. */
export function ProfileForm({ me: { displayName: shown, about: said = '' } }: { me: Person }) {
  const texts = useProfileTexts();
  const problems = useProblemTexts();
  const { change } = useChangeProfile();
  const [displayName, setDisplayName] = useState(shown);
  const [about, setAbout] = useState(said);
  const [isSaved, setSaved] = useState(false);
  const [problem, setProblem] = useState<FormProblem>();
  const [isBusy, setBusy] = useState(false);

  // What has changed on another device, or was trimmed by the server, is in the fields as well.
  useEffect(() => {
    setDisplayName(shown);
    setAbout(said);
  }, [shown, said]);

  const wordsFor = (error: unknown): FormProblem => {
    const field = error instanceof Refused && error.code === 'invalid-request' ? error.field : undefined;
    if (field === 'displayName') return { words: texts.displayNameProblem, field };
    if (field === 'about') return { words: texts.aboutProblem, field };
    return { words: problems[problemOf(error)], field };
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setSaved(false);
    setProblem(undefined);
    try {
      await change({ displayName, about });
      setSaved(true);
    } catch (error) {
      setProblem(wordsFor(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="profile-form" onSubmit={save} noValidate>
      <Line
        label={texts.displayName}
        value={displayName}
        onChange={setDisplayName}
        problem={problem?.field === 'displayName' ? problem.words : undefined}
      />
      <Line
        label={texts.about}
        hint={texts.aboutHint}
        value={about}
        onChange={setAbout}
        problem={problem?.field === 'about' ? problem.words : undefined}
      />
      <ProblemOfForm problem={problem} />
      <button type="submit" className="main-button" aria-disabled={isBusy}>
        {texts.save}
      </button>
      <p role="status" className="hint">
        {isSaved && texts.saved}
      </p>
    </form>
  );
}

interface LineProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: string | undefined;
}

function Line({ label, hint, value, onChange, problem }: LineProps) {
  const id = useId();
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-input">
        <input
          id={id}
          value={value}
          dir="auto"
          autoComplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={described || undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className="problem">
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
