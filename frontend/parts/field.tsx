import { useContext, useId, useState } from 'react';
import { useAccountTexts } from './account-texts.ts';
import '../styles/fields.css';
import { FormProblemContext } from './form-problem.ts';

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password';
  readonly autoComplete: string;
  readonly autoFocus?: boolean;
  readonly enterKeyHint?: 'go' | 'next';
  readonly optional?: boolean;
}

/** A labelled input, with what is wrong with it; a password can be shown. */
export function Field({ label, hint, type = 'text', optional = false, ...input }: FieldProps) {
  const id = useId();
  const account = useAccountTexts();
  const [isShown, setShown] = useState(false);
  const problem = useContext(FormProblemContext);
  const isWrong = problem?.field === input.name;
  const described = [isWrong && `${id}-problem`, hint !== undefined && `${id}-hint`].filter(Boolean);
  return (
    <div className="field">
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <div className="field-input">
        <input
          {...input}
          id={id}
          type={isShown ? 'text' : type}
          required={!optional}
          aria-invalid={isWrong}
          aria-describedby={described.length === 0 ? undefined : described.join(' ')}
          autoCapitalize={input.name === 'displayName' ? 'words' : 'none'}
          autoCorrect="off"
          spellCheck={false}
          dir="auto"
        />
        {type === 'password' && (
          <button
            type="button"
            className="quiet-button"
            aria-controls={id}
            aria-describedby={`${id}-label`}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? account.hidePassword : account.showPassword}
          </button>
        )}
      </div>
      {isWrong && (
        <p id={`${id}-problem`} role="alert" className="problem">
          {problem.words}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
