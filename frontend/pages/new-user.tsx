import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import {
  MAX_DISPLAY_NAME_CHARACTERS,
  MAX_NAME_CHARACTERS,
  MIN_NAME_CHARACTERS,
  MIN_PASSWORD_CHARACTERS,
} from '../../lib/protocol/limits.ts';
import { AccountForm } from '../parts/account-form.tsx';
import { Field } from '../parts/field.tsx';
import { useChat } from '../parts/use-chat.ts';

export function NewUser() {
  const chat = useChat();
  const state = useHistoryState<object | null>();
  return (
    <AccountForm
      title="Create an account"
      submitLabel="Create account"
      onSubmit={({ name = '', displayName = '', password = '' }) =>
        chat.register({ name, password, ...(displayName.trim() !== '' && { displayName }) })
      }
      footer={
        <>
          Have an account?{' '}
          <Link href="/login" state={state}>
            Log in instead
          </Link>
        </>
      }
    >
      <Field
        name="name"
        label="Name"
        hint={`${MIN_NAME_CHARACTERS} to ${MAX_NAME_CHARACTERS} of a–z, 0–9, _ and -. It can’t be changed.`}
        autoComplete="username"
        autoFocus
      />
      <Field
        name="displayName"
        label="Display name"
        hint={`What others see, up to ${MAX_DISPLAY_NAME_CHARACTERS} characters. Optional.`}
        autoComplete="name"
        optional
      />
      <Field
        name="password"
        label="Password"
        hint={`At least ${MIN_PASSWORD_CHARACTERS} characters.`}
        type="password"
        autoComplete="new-password"
      />
    </AccountForm>
  );
}
