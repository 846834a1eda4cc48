import type { ReactNode } from 'react';

export interface ChoiceProps {
  /** Of the group that it is one of. */
  readonly group: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly onChosen: () => void;
  readonly children: ReactNode;
}

/** One of several, of which one holds; the whole of it can be pressed. */
export function Choice({ group, value, isChosen, onChosen, children }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={group} value={value} checked={isChosen} onChange={onChosen} />
      {children}
    </label>
  );
}
