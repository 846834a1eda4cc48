import { useState } from 'react';
import type { Credentials } from '../../lib/protocol/second-factor-rest.ts';
import { dayInSentence } from '../parts/times.ts';
import { Section } from '../settings/section.tsx';
import { codesApi } from './codes-api.ts';
import { useCodesTexts } from './codes-texts.ts';
import { DialogForm } from './dialog-form.tsx';
import { PasswordField } from './password-field.tsx';
import { ShownCodes } from './shown-codes.tsx';
import { useFocusBack } from './use-focus-back.ts';

export interface RecoveryCodesProps {
  readonly credentials: Credentials;
  readonly onMade: () => void;
}

/** How many codes are left for whoever forgets the password, and the way to others. */
export function RecoveryCodes({ credentials: { recoveryCodes }, onMade }: RecoveryCodesProps) {
  const { recovery: texts } = useCodesTexts();
  const [isAsked, setAsked] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const button = useFocusBack(isAsked || codes !== undefined);
  const close = () => {
    setAsked(false);
    setCodes(undefined);
  };
  return (
    <Section heading={texts.heading}>
      <p>
        {recoveryCodes
          ? `${texts.left(recoveryCodes.left)} ${texts.made(dayInSentence(recoveryCodes.madeAt, Date.now()))}`
          : texts.none}
      </p>
      <button ref={button} type="button" className="quiet-button" onClick={() => setAsked(true)}>
        {texts.make}
      </button>
      {isAsked && (
        <DialogForm
          title={texts.heading}
          submitLabel={texts.confirm}
          onClose={close}
          onSubmit={async ({ password = '' }) => {
            const made = await codesApi.makeRecoveryCodes({ password });
            setAsked(false);
            setCodes(made.codes);
            onMade();
          }}
        >
          <p>{texts.means}</p>
          <PasswordField />
        </DialogForm>
      )}
      {codes && <ShownCodes codes={codes} onClose={close} />}
    </Section>
  );
}
