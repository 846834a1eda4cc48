import { AccountForm } from '../parts/account-form.tsx';
import { useAccountTexts } from '../parts/account-texts.ts';
import { useChatLoader } from '../parts/chat-loader.ts';
import { Checkbox } from '../parts/checkbox.tsx';
import { Field } from '../parts/field.tsx';
import { Link } from '../parts/link.tsx';
import { codesApi } from '../second-factor/codes-api.ts';
import { useCodesTexts } from '../second-factor/codes-texts.ts';
import { useSecondStep } from '../second-factor/use-second-step.tsx';

export interface RecoverProps {
  readonly onLoggedIn: () => void;
}

/** Another password in place of one that was forgotten, by a recovery code. */
export function Recover({ onLoggedIn }: RecoverProps) {
  const loader = useChatLoader();
  const account = useAccountTexts();
  const { recover: texts } = useCodesTexts();
  const { field: codeField, tryIt } = useSecondStep({ takesRecoveryCode: false });
  return (
    <AccountForm
      title={texts.title}
      submitLabel={texts.confirm}
      onSubmit={async ({ name = '', recoveryCode = '', password = '', code, sharedComputer }) => {
        const body = {
          ...{ name, recoveryCode, password },
          ...(code && { code }),
          ...(sharedComputer && { sharedComputer: true }),
        };
        const tryToLogIn = () => loader.logIn((chat) => chat.logInBy(() => codesApi.recover(body)));
        if (await tryIt(tryToLogIn)) onLoggedIn();
      }}
      footer={
        <>
          {texts.none} <Link href="/login">{account.logInInstead}</Link>
        </>
      }
    >
      <p>{texts.intro}</p>
      <Field name="name" label={account.name} autoComplete="username" autoFocus />
      <Field
        name="recoveryCode"
        label={texts.recoveryCode}
        hint={texts.recoveryCodeHint}
        autoComplete="off"
      />
      <Field
        name="password"
        label={texts.next}
        hint={texts.nextHint}
        type="password"
        autoComplete="new-password"
        enterKeyHint="go"
      />
      {codeField}
      <Checkbox name="sharedComputer" label={account.sharedComputer} hint={account.sharedComputerHint} />
    </AccountForm>
  );
}
