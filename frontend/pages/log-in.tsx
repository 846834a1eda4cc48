import { useHistoryState } from 'wouter/use-browser-location';
import { AccountForm } from '../parts/account-form.tsx';
import { useAccountTexts } from '../parts/account-texts.ts';
import { useChatLoader } from '../parts/chat-loader.ts';
import { Checkbox } from '../parts/checkbox.tsx';
import { Field } from '../parts/field.tsx';
import { Link } from '../parts/link.tsx';
import { canUsePasskeys } from '../passkeys/can-use-passkeys.ts';
import { PasskeyButton } from '../passkeys/passkey-button.tsx';
import { useSecondStep } from '../second-factor/use-second-step.tsx';
import type { Notice } from '../state/model.ts';

export interface LogInProps {
  /** Why somebody who was signed in is here. */
  readonly notice: Notice | undefined;
  readonly onLoggedIn: () => void;
}

export function LogIn({ notice, onLoggedIn }: LogInProps) {
  const loader = useChatLoader();
  const account = useAccountTexts();
  const { field: codeField, tryIt } = useSecondStep({ takesRecoveryCode: true });
  const state = useHistoryState<object | null>();
  return (
    <AccountForm
      title={account.logIn}
      submitLabel={account.logIn}
      notice={notice && account.notices[notice]}
      onSubmit={async ({ name = '', password = '', code, sharedComputer }) => {
        const body = {
          name,
          password,
          ...(code && { code }),
          ...(sharedComputer && { sharedComputer: true }),
        };
        if (await tryIt(() => loader.logIn((chat) => chat.logIn(body)))) onLoggedIn();
      }}
      otherWay={canUsePasskeys() && <PasskeyButton onLoggedIn={onLoggedIn} />}
      footer={
        <>
          {account.newHere}{' '}
          <Link href="/new_user" state={state}>
            {account.createInstead}
          </Link>
          <br />
          <Link href="/recover">{account.forgotten}</Link>
        </>
      }
    >
      <Field name="name" label={account.name} autoComplete="username" autoFocus />
      <Field
        name="password"
        label={account.password}
        type="password"
        autoComplete="current-password"
        enterKeyHint="go"
      />
      {codeField}
      <Checkbox name="sharedComputer" label={account.sharedComputer} hint={account.sharedComputerHint} />
    </AccountForm>
  );
}
