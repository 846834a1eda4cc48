import { useExportTexts } from './export-texts.ts';
import type { Extent } from './history.ts';

/** How much has been fetched, and the way to stop it. */
export function ExportProgress({ extent: { held, all }, onStop }: { extent: Extent; onStop: () => void }) {
  const texts = useExportTexts();
  return (
    <>
      <p>{texts.fetching(held, all)}</p>
      <progress aria-label={texts.progress} value={held} max={Math.max(all, 1)} />
      <div className="dialog-buttons">
        <button type="button" className="quiet-button" data-first onClick={onStop}>
          {texts.stop}
        </button>
      </div>
    </>
  );
}
