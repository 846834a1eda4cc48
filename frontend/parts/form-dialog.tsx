import type { ReactNode } from 'react';
import { FormProblemContext } from './form-problem.ts';
import { ProblemOfForm } from './problem-of-form.tsx';
import { TitledDialog } from './titled-dialog.tsx';
import type { SubmittedForm } from './use-form.ts';

export interface FormDialogProps {
  readonly title: string;
  readonly form: SubmittedForm;
  readonly className: string;
  readonly button: { readonly kind: 'main-button' | 'danger-button'; readonly words: string };
  readonly cancel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that asks for something before it does what its button says; it stays, and says why, if that could not be done. */
export function FormDialog({ title, form, className, button, cancel, onClose, children }: FormDialogProps) {
  const { problem, isBusy, submit } = form;
  return (
    <TitledDialog className="question" title={title} onClose={onClose}>
      <form ref={form.form} className={className} onSubmit={submit} aria-busy={isBusy}>
        <FormProblemContext value={problem}>{children}</FormProblemContext>
        <ProblemOfForm problem={problem} />
        <div className="dialog-buttons">
          <button type="button" className="quiet-button" onClick={onClose}>
            {cancel}
          </button>
          <button type="submit" className={button.kind} aria-disabled={isBusy}>
            {button.words}
          </button>
        </div>
      </form>
    </TitledDialog>
  );
}
