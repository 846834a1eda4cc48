import { useState } from 'react';
import type { Person } from '../../lib/protocol/names.ts';
import type { ReportBody } from '../../lib/protocol/rest.ts';
import { postTo } from '../net/api.ts';
import { problemOf } from '../net/errors.ts';
import { TitledDialog } from '../parts/titled-dialog.tsx';
import { useChat } from '../parts/use-chat.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useSidesTexts } from './sides-texts.ts';

/** Asks before somebody is reported, says what comes of it, and offers to block them as well. */
export function ReportDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const chat = useChat();
  const texts = useSidesTexts();
  const { problems } = useTexts();
  const [blocksToo, setBlocksToo] = useState(true);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const report = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await postTo('/api/report', { with: person.name } satisfies ReportBody);
      if (blocksToo) chat.changeSide(person.name, { blocked: true });
      onClose();
    } catch (error) {
      setProblem(problems[problemOf(error)]);
      setBusy(false);
    }
  };

  return (
    <TitledDialog className="question" title={texts.reportQuestion(person.displayName)} onClose={onClose}>
      <p>{texts.reportMeans}</p>
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
