import { Field } from '../parts/field.tsx';
import { useCodesTexts } from './codes-texts.ts';

export interface CodeFieldProps {
  /** Whether a recovery code does as well. */
  readonly takesRecoveryCode: boolean;
}

/** Where the code of a second factor is typed, once it was asked for. */
export function CodeField({ takesRecoveryCode }: CodeFieldProps) {
  const texts = useCodesTexts();
  return (
    <Field
      name="code"
      label={texts.code}
      hint={takesRecoveryCode ? texts.codeHint : texts.appCodeHint}
      autoComplete="one-time-code"
      enterKeyHint="go"
      autoFocus
    />
  );
}
