import { type ReactNode, type RefObject, useEffect, useId } from 'react';

export interface AskingProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page, which Escape closes. */
export function Asking({ dialog, title, onClose, children }: AskingProps) {
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), [dialog]);
  return (
    <dialog ref={dialog} className="asking" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
