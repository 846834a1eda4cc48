import { useId, useState, useSyncExternalStore } from 'react';
import { NoAnswer, problemOf, Refused } from '../net/errors.ts';
import { needsInstallation } from '../notifications/needs-installation.ts';
import type { NotificationState } from '../notifications/notifications.ts';
import { notifications } from '../notifications/this-device.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { useKnown } from '../parts/use-chat.ts';
import { Section } from './section.tsx';
import { useSettingsTexts } from './settings-texts.ts';
import { isOnSharedComputer } from './shared-computer.ts';
import { SoundSetting } from './sound-setting.tsx';

/** Whether this device tells of messages while the chat is closed, and how much it says. */
export function NotificationSettings() {
  const texts = useSettingsTexts().notifications;
  const isOffered = useKnown((state) => state.pushKey !== undefined);
  const isShared = useKnown(isOnSharedComputer);
  const state = useSyncExternalStore(notifications.subscribe, notifications.state);
  return (
    <Section heading={texts.heading}>
      {isShared ? (
        <p>{texts.notOnSharedComputer}</p>
      ) : state.status === 'unsupported' ? (
        <p>{needsInstallation() ? texts.needsInstallation : texts.unsupported}</p>
      ) : !isOffered ? (
        <p>{texts.notOffered}</p>
      ) : state.status === 'denied' ? (
        <>
          <p>{texts.denied}</p>
          <p className="hint">{texts.howToAllow}</p>
        </>
      ) : (
        <Choices {...state} />
      )}
      <SoundSetting />
    </Section>
  );
}

function Choices({ status, hidesContent }: NotificationState) {
  const texts = useSettingsTexts().notifications;
  const problems = useProblemTexts();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  // What was chosen is shown at once, and taken back if it could not be had.
  const [chosen, setChosen] = useState<boolean>();
  const hintId = useId();
  const isOn = status === 'on';

  const change = async (what: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await what();
    } catch (error) {
      const isAnswer = error instanceof Refused || error instanceof NoAnswer;
      setProblem(isAnswer ? problems[problemOf(error)] : texts.browserRefused);
    } finally {
      setBusy(false);
      setChosen(undefined);
    }
  };
  const hideContent = (hides: boolean) => {
    if (!isBusy) setChosen(hides);
    void change(() => notifications.hideContent(hides));
  };

  return (
    <>
      <p role="status">{isOn ? texts.on : texts.off}</p>
      <button
        type="button"
        className="quiet-button"
        aria-disabled={isBusy}
        onClick={() => change(isOn ? notifications.turnOff : notifications.turnOn)}
      >
        {isOn ? texts.turnOff : texts.turnOn}
      </button>
      {isOn && (
        <>
          <label className="choice">
            <input
              type="checkbox"
              checked={chosen ?? hidesContent}
              aria-describedby={hintId}
              onChange={({ target }) => hideContent(target.checked)}
            />
            {texts.hideContent}
          </label>
          <p id={hintId} className="hint">
            {texts.hideContentHint}
          </p>
        </>
      )}
      {problem !== undefined && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </>
  );
}
