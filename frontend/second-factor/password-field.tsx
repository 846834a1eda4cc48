import { Field } from '../parts/field.tsx';
import { useCodesTexts } from './codes-texts.ts';

/** The password that is asked for once more. */
export function PasswordField() {
  const { password } = useCodesTexts();
  return <Field name="password" label={password} type="password" autoComplete="current-password" />;
}
