import { useId } from 'react';

export interface CheckboxProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

/** A yes or no of a form, with what it means. */
export function Checkbox({ name, label, hint }: CheckboxProps) {
  const id = useId();
  return (
    <div className="checkbox">
      <label>
        <input type="checkbox" name={name} aria-describedby={id} />
        {label}
      </label>
      <p id={id} className="hint">
        {hint}
      </p>
    </div>
  );
}
