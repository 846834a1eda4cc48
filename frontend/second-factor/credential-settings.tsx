import { useCallback, useEffect, useState } from 'react';
import type { Credentials } from '../../lib/protocol/second-factor-rest.ts';
import { type Problem, problemOf } from '../net/errors.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { Section } from '../settings/section.tsx';
import { codesApi } from './codes-api.ts';
import { useCodesTexts } from './codes-texts.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SecondFactor } from './second-factor.tsx';

export interface CredentialSettingsProps {
  readonly say: (what: string) => void;
  /** Other log-ins may have ended. */
  readonly onFactorChanged: () => void;
}

/** By what else than the password somebody shows who they are. */
export function CredentialSettings({ say, onFactorChanged }: CredentialSettingsProps) {
  const texts = useCodesTexts();
  const problems = useProblemTexts();
  const [credentials, setCredentials] = useState<Credentials>();
  const [problem, setProblem] = useState<Problem>();

  const load = useCallback(async () => {
    setProblem(undefined);
    try {
      setCredentials(await codesApi.credentials());
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, []);
  useEffect(() => void load(), [load]);

  if (problem !== undefined || credentials === undefined) {
    return (
      <Section heading={texts.factor.heading}>
        {problem === undefined ? (
          <p className="hint">{texts.loading}</p>
        ) : (
          <>
            <p role="alert" className="problem">
              {texts.failed(problems[problem])}
            </p>
            <button type="button" className="quiet-button" onClick={load}>
              {texts.again}
            </button>
          </>
        )}
      </Section>
    );
  }
  const hasChanged = (said: string) => {
    say(said);
    onFactorChanged();
    void load();
  };
  return (
    <>
      <SecondFactor credentials={credentials} onChanged={hasChanged} />
      <RecoveryCodes credentials={credentials} onMade={() => void load()} />
    </>
  );
}
