import { codesApi } from './codes-api.ts';
import { useCodesTexts } from './codes-texts.ts';
import { DialogForm } from './dialog-form.tsx';
import { EndOthers } from './end-others.tsx';
import { PasswordField } from './password-field.tsx';

export interface TurnOffDialogProps {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks before the password is enough again. */
export function TurnOffDialog({ onDone, onClose }: TurnOffDialogProps) {
  const { factor: texts } = useCodesTexts();
  return (
    <DialogForm
      title={texts.titleOff}
      submitLabel={texts.confirmOff}
      isDangerous
      onClose={onClose}
      onSubmit={async ({ password = '', endOthers }) => {
        await codesApi.turnOff({ password, endOthers: endOthers !== undefined });
        onDone();
      }}
    >
      <p>{texts.meansOff}</p>
      <PasswordField />
      <EndOthers />
    </DialogForm>
  );
}
