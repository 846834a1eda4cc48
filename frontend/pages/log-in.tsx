import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { AccountForm } from '../parts/account-form.tsx';
import { Field } from '../parts/field.tsx';
import { useChat } from '../parts/use-chat.ts';
import type { Notice } from '../state/model.ts';
import { useTexts } from '../texts/use-texts.ts';

/** @param notice why somebody who was signed in is here */
export function LogIn({ notice }: { notice: Notice | undefined }) {
  const chat = useChat();
  const { account } = useTexts();
  const state = useHistoryState<object | null>();
  return (
    <AccountForm
      title="Log in"
      submitLabel="Log in"
      notice={notice && account.notices[notice]}
      onSubmit={({ name = '', password = '' }) => chat.logIn({ name, password })}
      footer={
        <>
          New here?{' '}
          <Link href="/new_user" state={state}>
            Create an account
          </Link>
        </>
      }
    >
      <Field name="name" label="Name" autoComplete="username" autoFocus />
      <Field name="password" label="Password" type="password" autoComplete="current-password" />
    </AccountForm>
  );
}
