import { type ReactNode, useEffect, useId, useRef } from 'react';

export interface QuestionProps {
  readonly question: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A question that has to be answered before anything else. Escape is a no. */
export function Question({ question, children, onClose }: QuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="question" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{question}</h2>
      {children}
    </dialog>
  );
}
