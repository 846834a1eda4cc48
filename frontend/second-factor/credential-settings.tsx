import { NotLoaded } from '../settings/not-loaded.tsx';
import { Section } from '../settings/section.tsx';
import { useLoaded } from '../settings/use-loaded.ts';
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
  const loaded = useLoaded(codesApi.credentials);
  const { value: credentials, problem, load } = loaded;

  if (problem !== undefined || credentials === undefined) {
    return (
      <Section heading={texts.factor.heading}>
        <NotLoaded of={loaded} texts={texts} />
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
