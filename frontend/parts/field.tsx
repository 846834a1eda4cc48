import { useId, useState } from 'react';

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password';
  readonly autoComplete: string;
  readonly autoFocus?: boolean;
  readonly optional?: boolean;
}

/** A labelled input; a password can be shown. */
export function Field({ label, hint, type = 'text', optional = false, ...input }: FieldProps) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-input">
        <input
          {...input}
          id={id}
          type={isShown ? 'text' : type}
          required={!optional}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          autoCapitalize={input.name === 'displayName' ? 'words' : 'none'}
          autoCorrect="off"
          spellCheck={false}
        />
        {type === 'password' && (
          <button
            type="button"
            className="quiet-button"
            aria-pressed={isShown}
            aria-controls={id}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? 'Hide' : 'Show'}
          </button>
        )}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
