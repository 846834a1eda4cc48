import { useState } from 'react';
import { MAX_REPORT_NOTE_CHARACTERS } from '../../lib/protocol/limits.ts';
import type { Person } from '../../lib/protocol/names.ts';
import { REPORT_REASONS, type ReportReason } from '../../lib/protocol/report.ts';
import { problemOf } from '../net/errors.ts';
import { laterApi } from '../net/later-api.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { TitledDialog } from '../parts/titled-dialog.tsx';
import { useChat } from '../parts/use-chat.ts';
import '../styles/conversation-settings.css';
import { useSidesTexts } from './sides-texts.ts';

export interface ReportDialogProps {
  readonly person: Person;
  /** The number of the message that it is about, if it is about one. */
  readonly seq?: number | undefined;
  readonly onClose: () => void;
}

/** Asks why somebody is reported, says what comes of it, and offers to block them as well. */
export function ReportDialog({ person, seq, onClose }: ReportDialogProps) {
  const chat = useChat();
  const texts = useSidesTexts();
  const problems = useProblemTexts();
  const [reason, setReason] = useState<ReportReason>('spam');
  const [note, setNote] = useState('');
  const [blocksToo, setBlocksToo] = useState(true);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const report = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const about = { with: person.name, ...(seq !== undefined && { seq }) };
      await laterApi.report({ ...about, reason, ...(note.trim() !== '' && { note: note.trim() }) });
      if (blocksToo) chat.changeSide(person.name, { blocked: true });
      onClose();
    } catch (error) {
      setProblem(problems[problemOf(error)]);
      setBusy(false);
    }
  };
  const title = seq === undefined ? texts.reportQuestion : texts.reportMessageQuestion;

  return (
    <TitledDialog className="question" title={title(person.displayName)} onClose={onClose}>
      <p>{texts.reportMeans}</p>
      <fieldset>
        <legend>{texts.reportWhy}</legend>
        {REPORT_REASONS.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name="report-reason"
              value={each}
              checked={reason === each}
              onChange={() => setReason(each)}
            />
            {texts.reportReasons[each]}
          </label>
        ))}
      </fieldset>
      <label className="note">
        {texts.reportNote}
        <textarea
          rows={2}
          maxLength={MAX_REPORT_NOTE_CHARACTERS}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      <label className="choice">
        <input type="checkbox" checked={blocksToo} onChange={({ target }) => setBlocksToo(target.checked)} />
        {texts.blockToo}
      </label>
      {problem !== undefined && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <div className="dialog-buttons">
        <button type="button" className="quiet-button" onClick={onClose}>
          {texts.cancel}
        </button>
        <button type="button" className="danger-button" aria-disabled={isBusy} onClick={report}>
          {texts.report}
        </button>
      </div>
    </TitledDialog>
  );
}
