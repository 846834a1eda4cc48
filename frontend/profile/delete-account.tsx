import { useState } from 'react';
import { useExportDialog } from '../export/use-export-dialog.tsx';
import { DeleteAccountDialog } from './delete-account-dialog.tsx';
import { useProfileTexts } from './profile-texts.ts';

/** The way to be gone for good, by a dialog that says what it means. */
export function DeleteAccount() {
  const { deletion: texts } = useProfileTexts();
  const [isAsked, setAsked] = useState(false);
  // In place of the question: when it is done, that comes back.
  const { dialog: exporting, openExport } = useExportDialog(() => setAsked(true));
  const exportFirst = async () => {
    setAsked(false);
    if (!(await openExport())) setAsked(true);
  };
  return (
    <>
      <button type="button" className="danger-button" onClick={() => setAsked(true)}>
        {texts.delete}
      </button>
      {isAsked && <DeleteAccountDialog onExport={exportFirst} onClose={() => setAsked(false)} />}
      {exporting}
    </>
  );
}
