import { useExportTexts } from '../export/export-texts.ts';
import { useExportDialog } from '../export/use-export-dialog.tsx';
import { Section } from './section.tsx';

/** The way to have all conversations in a file. */
export function ExportSettings() {
  const texts = useExportTexts();
  const { dialog, openExport, hasFailed } = useExportDialog();
  return (
    <Section heading={texts.heading}>
      <p>{texts.hint}</p>
      <button type="button" className="quiet-button" onClick={() => void openExport()}>
        {texts.exportAll}
      </button>
      {hasFailed && (
        <p role="alert" className="problem">
          {texts.notLoaded}
        </p>
      )}
      {dialog}
    </Section>
  );
}
