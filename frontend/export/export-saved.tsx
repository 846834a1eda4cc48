import { useExportTexts } from './export-texts.ts';
import type { Extent } from './history.ts';

export interface ExportSavedProps {
  readonly file: string;
  readonly extent: Extent;
  readonly onClose: () => void;
}

/** Says what the file is called, and whether all is in it. */
export function ExportSaved({ file, extent: { held, all }, onClose }: ExportSavedProps) {
  const texts = useExportTexts();
  return (
    <>
      <p role="status">{texts.saved(file)}</p>
      {held < all && <p>{texts.partial(held, all)}</p>}
      <div className="dialog-buttons">
        <button type="button" className="main-button" data-first onClick={onClose}>
          {texts.close}
        </button>
      </div>
    </>
  );
}
