import { useState } from 'react';
import type { Credentials } from '../../lib/protocol/second-factor-rest.ts';
import { dayInSentence } from '../parts/times.ts';
import { useOnDemand } from '../parts/use-on-demand.tsx';
import { Section } from '../settings/section.tsx';
import { useCodesTexts } from './codes-texts.ts';
import { TurnOffDialog } from './turn-off-dialog.tsx';
import type { TurnOnDialogProps } from './turn-on-dialog.tsx';
import { useFocusBack } from './use-focus-back.ts';

/** With what makes QR codes, which nobody needs twice. */
const loadDialog = () => import('./turn-on-dialog.tsx');
const dialogOf = ({ TurnOnDialog }: Awaited<ReturnType<typeof loadDialog>>) => TurnOnDialog;

export interface SecondFactorProps {
  readonly credentials: Credentials;
  /** @param said what is said of it */
  readonly onChanged: (said: string) => void;
}

/** Whether a log-in takes more than the password. */
export function SecondFactor({ credentials, onChanged }: SecondFactorProps) {
  const { factor: texts, notLoaded } = useCodesTexts();
  const [isTurningOff, setTurningOff] = useState(false);
  const turningOn = useOnDemand<Awaited<ReturnType<typeof loadDialog>>, TurnOnDialogProps>(
    loadDialog,
    dialogOf,
  );
  const button = useFocusBack(isTurningOff || turningOn.shown !== null);
  const { secondFactor, recoveryCodes } = credentials;

  const close = () => {
    turningOn.hide();
    setTurningOff(false);
  };
  const turnOn = () => {
    const onDone = () => {
      close();
      onChanged(texts.turnedOn);
    };
    void turningOn.show({ onDone, onClose: close });
  };
  const hasTurnedOff = () => {
    close();
    onChanged(texts.turnedOff);
  };

  return (
    <Section heading={texts.heading}>
      <p>{secondFactor ? texts.on(dayInSentence(secondFactor.since, Date.now())) : texts.off}</p>
      {secondFactor && !recoveryCodes?.left && <p className="hint">{texts.needsCodes}</p>}
      <button
        ref={button}
        type="button"
        className={secondFactor ? 'danger-button' : 'quiet-button'}
        onClick={secondFactor ? () => setTurningOff(true) : turnOn}
      >
        {secondFactor ? texts.turnOff : texts.turnOn}
      </button>
      {turningOn.hasFailed && (
        <p role="alert" className="problem">
          {notLoaded}
        </p>
      )}
      {turningOn.shown}
      {isTurningOff && <TurnOffDialog onDone={hasTurnedOff} onClose={close} />}
    </Section>
  );
}
