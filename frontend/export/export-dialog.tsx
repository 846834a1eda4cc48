import { useEffect, useId, useRef, useState } from 'react';
import { useKnown } from '../parts/use-chat.ts';
import { myName } from '../state/reducer.ts';
import { personNamed } from '../state/shown-lists.ts';
import '../styles/export.css';
import { ExportKinds } from './export-kinds.tsx';
import { ExportProgress } from './export-progress.tsx';
import { ExportSaved } from './export-saved.tsx';
import { ExportStuck } from './export-stuck.tsx';
import { useExportTexts } from './export-texts.ts';
import type { Format } from './file-name.ts';
import { useExport } from './use-export.ts';

export interface ExportDialogProps {
  /** The name of the person whose conversation is exported; without it, all of them are. */
  readonly with?: string | undefined;
  /** The dialog is closed, by whatever; an export that was under way has ended. */
  readonly onClosed: () => void;
}

/** Exports the conversation with somebody, or all of them, into a file. */
export function ExportDialog({ with: name, onClosed }: ExportDialogProps) {
  const texts = useExportTexts();
  const title = useTitleOf(name);
  const { now, start, stop, saveWhatIsHere } = useExport(name);
  const [format, setFormat] = useState<Format>('html');
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const close = () => dialog.current?.close();

  useEffect(() => dialog.current?.showModal(), []);

  useEffect(() => {
    // What was pressed is not there in the next step, and with it the focus would be lost.
    dialog.current?.querySelector<HTMLElement>(`[data-step="${now.step}"] [data-first]`)?.focus();
  }, [now.step]);

  return (
    <dialog ref={dialog} className="export" aria-labelledby={heading} onClose={onClosed}>
      <h2 id={heading}>{title}</h2>
      <div data-step={now.step}>
        {now.step === 'choosing' && (
          <ExportKinds format={format} onFormat={setFormat} onStart={() => start(format)} onCancel={close} />
        )}
        {now.step === 'fetching' && <ExportProgress extent={now.extent} onStop={stop} />}
        {now.step === 'writing' && (
          <p data-first tabIndex={-1}>
            {texts.writing}
          </p>
        )}
        {now.step === 'stuck' && (
          <ExportStuck
            problem={now.problem}
            extent={now.extent}
            onRepeat={() => start(format)}
            onSave={() => saveWhatIsHere(format)}
            onCancel={close}
          />
        )}
        {now.step === 'saved' && <ExportSaved file={now.file} extent={now.extent} onClose={close} />}
      </div>
    </dialog>
  );
}

function useTitleOf(name: string | undefined): string {
  const texts = useExportTexts();
  const me = useKnown(myName);
  const people = useKnown((state) => state.people);
  if (name === undefined) return texts.exportOfAll;
  return name === me ? texts.exportOfNotes : texts.exportOf(personNamed(people, name).displayName);
}
