import type { Problem } from '../net/errors.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { useExportTexts } from './export-texts.ts';
import type { Extent } from './history.ts';

export interface ExportStuckProps {
  readonly problem: Problem;
  readonly extent: Extent;
  readonly onRepeat: () => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** Says that the rest can't be had now, and offers what is here. */
export function ExportStuck({
  problem,
  extent: { held, all },
  onRepeat,
  onSave,
  onCancel,
}: ExportStuckProps) {
  const problems = useProblemTexts();
  const texts = useExportTexts();
  return (
    <>
      <p role="alert" className="problem">
        {problems[problem]}
      </p>
      <p>{held === 0 ? texts.nothingHere : texts.here(held, all)}</p>
      <div className="dialog-buttons">
        <button type="button" className="quiet-button" onClick={onCancel}>
          {texts.cancel}
        </button>
        {held > 0 && (
          <button type="button" className="quiet-button" onClick={onSave}>
            {texts.exportHere}
          </button>
        )}
        <button type="button" className="main-button" data-first onClick={onRepeat}>
          {texts.tryAgain}
        </button>
      </div>
    </>
  );
}
