import { useId, useState } from 'react';
import type { Preferences } from '../../lib/protocol/side.ts';
import { useSidesTexts } from '../conversation-settings/sides-texts.ts';
import { problemOf } from '../net/errors.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { BlockedPeople } from './blocked-people.tsx';
import { Section } from './section.tsx';

/** What others may know of me, which holds both ways; and whom I don't want to hear from. */
export function PrivacySettings() {
  const chat = useChat();
  const texts = useSidesTexts();
  const problems = useProblemTexts();
  const preferences = useKnown((state) => state.preferences);
  // What was chosen is shown at once, and taken back if it could not be had.
  const [chosen, setChosen] = useState<Partial<Preferences>>({});
  const [problem, setProblem] = useState<string>();
  const shown = { ...preferences, ...chosen };

  const change = async (wanted: Partial<Preferences>) => {
    setChosen(wanted);
    setProblem(undefined);
    try {
      await chat.changePreferences(wanted);
    } catch (error) {
      setProblem(`${texts.privacyFailed} ${problems[problemOf(error)]}`);
    } finally {
      setChosen({});
    }
  };

  return (
    <Section heading={texts.privacy}>
      <Switch
        label={texts.receipts}
        hint={texts.receiptsHint}
        isOn={shown.readReceipts}
        onChange={(readReceipts) => change({ readReceipts })}
      />
      <Switch
        label={texts.presence}
        hint={texts.presenceHint}
        isOn={shown.presence}
        onChange={(presence) => change({ presence })}
      />
      {problem !== undefined && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <BlockedPeople />
    </Section>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Switch({ label, hint, isOn, onChange }: SwitchProps) {
  const id = useId();
  return (
    <>
      <label className="choice">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={id}
          onChange={({ target }) => onChange(target.checked)}
        />
        {label}
      </label>
      <p id={id} className="hint">
        {hint}
      </p>
    </>
  );
}
