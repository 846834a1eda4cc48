import { useHistoryState } from 'wouter/use-browser-location';
import { AccountForm } from '../parts/account-form.tsx';
import { useAccountTexts } from '../parts/account-texts.ts';
import { useChatLoader } from '../parts/chat-loader.ts';
import { Checkbox } from '../parts/checkbox.tsx';
import { Field } from '../parts/field.tsx';
import { Link } from '../parts/link.tsx';
import { canUsePasskeys } from '../passkeys/can-use-passkeys.ts';
import { PasskeyButton } from '../passkeys/passkey-button.tsx';
import type { Notice } from '../state/model.ts';

export interface LogInProps {
  /** Why somebody who was signed in is here. */
  readonly notice: Notice | undefined;
  readonly onLoggedIn: () => void;
}

export function LogIn({ notice, onLoggedIn }: LogInProps) {
  const loader = useChatLoader();
  const account = useAccountTexts();
  const state = useHistoryState<object | null>();
  return (
    <AccountForm
      title={account.logIn}
      submitLabel={account.logIn}
      notice={notice && account.notices[notice]}
      onSubmit={async ({ name = '', password = '', sharedComputer }) => {
        await loader.logIn((chat) =>
          chat.logIn({ name, password, ...(sharedComputer && { sharedComputer: true }) }),
        );
        onLoggedIn();
      }}
      otherWay={canUsePasskeys() && <PasskeyButton onLoggedIn={onLoggedIn} />}
      footer={
        <>
          {account.newHere}{' '}
          <Link href="/new_user" state={state}>
            {account.createInstead}
          </Link>
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
      <Checkbox name="sharedComputer" label={account.sharedComputer} hint={account.sharedComputerHint} />
    </AccountForm>
  );
}
