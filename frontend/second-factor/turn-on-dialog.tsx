import { useProblemTexts } from '../parts/problem-texts.ts';
import { useKnown } from '../parts/use-chat.ts';
import { useLoaded } from '../settings/use-loaded.ts';
import { CodeField } from './code-field.tsx';
import { codesApi } from './codes-api.ts';
import { useCodesTexts } from './codes-texts.ts';
import { DialogForm } from './dialog-form.tsx';
import { EndOthers } from './end-others.tsx';
import { PasswordField } from './password-field.tsx';
import { QrCode } from './qr-code.tsx';
import { secretAddress } from './secret-address.ts';
import '../styles/second-factor.css';

export interface TurnOnDialogProps {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Gives an app its secret, and asks for a code of it. */
export function TurnOnDialog({ onDone, onClose }: TurnOnDialogProps) {
  const texts = useCodesTexts();
  const problems = useProblemTexts();
  const session = useKnown((state) => state.session);
  const { value: prepared, problem } = useLoaded(codesApi.prepare);
  const secret = prepared?.secret;

  if (session.status !== 'signed-in') return null;
  const address = secret && secretAddress(secret, session.me.name, location.host);
  return (
    <DialogForm
      title={texts.factor.titleOn}
      submitLabel={texts.factor.confirmOn}
      onClose={onClose}
      onSubmit={async ({ password = '', code = '', endOthers }) => {
        await codesApi.turnOn({ password, code, endOthers: endOthers !== undefined });
        onDone();
      }}
    >
      {problem !== undefined && (
        <p role="alert" className="problem">
          {texts.failed(problems[problem])}
        </p>
      )}
      {problem === undefined && secret === undefined && <p className="hint">{texts.loading}</p>}
      {secret !== undefined && address !== undefined && (
        <>
          <p>{texts.factor.scan}</p>
          <QrCode text={address} label={texts.factor.picture} />
          <p>
            <a href={address}>{texts.factor.openApp}</a>
          </p>
          <p>{texts.factor.byHand}</p>
          <p className="code-to-copy" dir="ltr">
            {secret.match(/.{4}/g)?.join(' ')}
          </p>
        </>
      )}
      <PasswordField />
      <CodeField takesRecoveryCode={false} />
      <EndOthers />
    </DialogForm>
  );
}
