import { useId } from 'react';
import '../styles/fields.css';

export interface CheckboxProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly isChosen?: boolean;
}

/** A yes or no of a form, with what it means. */
export function Checkbox({ name, label, hint, isChosen = false }: CheckboxProps) {
  const id = useId();
  return (
    <div className="checkbox">
      <label>
        <input type="checkbox" name={name} defaultChecked={isChosen} aria-describedby={id} />
        {label}
      </label>
      <p id={id} className="hint">
        {hint}
      </p>
    </div>
  );
}
