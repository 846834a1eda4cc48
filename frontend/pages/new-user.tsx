import { useHistoryState } from 'wouter/use-browser-location';
import { AccountForm } from '../parts/account-form.tsx';
import { useAccountTexts } from '../parts/account-texts.ts';
import { useChatLoader } from '../parts/chat-loader.ts';
import { Checkbox } from '../parts/checkbox.tsx';
import { Field } from '../parts/field.tsx';
import { Link } from '../parts/link.tsx';

export function NewUser({ onLoggedIn }: { onLoggedIn: () => void }) {
  const loader = useChatLoader();
  const account = useAccountTexts();
  const state = useHistoryState<object | null>();
  return (
    <AccountForm
      title={account.createAccount}
      submitLabel={account.create}
      onSubmit={async ({ name = '', displayName = '', password = '', sharedComputer }) => {
        await loader.logIn((chat) =>
          chat.register({
            name,
            password,
            ...(displayName.trim() !== '' && { displayName }),
            ...(sharedComputer && { sharedComputer: true }),
          }),
        );
        onLoggedIn();
      }}
      footer={
        <>
          {account.haveAccount}{' '}
          <Link href="/login" state={state}>
            {account.logInInstead}
          </Link>
        </>
      }
    >
      <Field name="name" label={account.name} hint={account.nameHint} autoComplete="username" autoFocus />
      <Field
        name="displayName"
        label={account.displayName}
        hint={account.displayNameHint}
        autoComplete="name"
        optional
      />
      <Field
        name="password"
        label={account.password}
        hint={account.passwordHint}
        type="password"
        autoComplete="new-password"
        enterKeyHint="go"
      />
      <Checkbox name="sharedComputer" label={account.sharedComputer} hint={account.sharedComputerHint} />
    </AccountForm>
  );
}
