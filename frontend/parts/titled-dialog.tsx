import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';

export interface TitledDialogProps {
  readonly className: string;
  readonly title: string;
  /** Is called when it is closed, by whatever. */
  readonly onClose: () => void;
  /** For whoever closes it from within. */
  readonly dialog?: RefObject<HTMLDialogElement | null>;
  readonly children: ReactNode;
}

/** A dialog over the page, to be done with before anything else. Escape closes it. */
export function TitledDialog({ className, title, onClose, dialog, children }: TitledDialogProps) {
  const own = useRef<HTMLDialogElement>(null);
  const shown = dialog ?? own;
  const heading = useId();
  useEffect(() => shown.current?.showModal(), [shown]);
  return (
    <dialog ref={shown} className={className} aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
