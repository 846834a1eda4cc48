import { type ComponentType, type ReactNode, useState } from 'react';
import { importAnew } from '../net/import-anew.ts';
import type { ExportDialogProps } from './export-dialog.tsx';

export interface ExportOpener {
  /** Has to be rendered somewhere. */
  readonly dialog: ReactNode;
  /** @param name of the person whose conversation is exported; without it, all of them are */
  openExport(name?: string): void;
  /** Whether the last try to open it failed, as it does without a network. */
  readonly hasFailed: boolean;
}

/** The dialog that exports, which is loaded when somebody asks for it. */
export function useExportDialog(): ExportOpener {
  const [loaded, setLoaded] = useState<{ readonly Dialog: ComponentType<ExportDialogProps> }>();
  const [shown, setShown] = useState<{ readonly with: string | undefined }>();
  const [hasFailed, setFailed] = useState(false);
  const openExport = (name?: string) => {
    setFailed(false);
    setShown({ with: name });
    importAnew(() => import('./export-dialog.tsx')).then(
      ({ ExportDialog }) => setLoaded({ Dialog: ExportDialog }),
      () => {
        setShown(undefined);
        setFailed(true);
      },
    );
  };
  const dialog =
    shown && loaded ? <loaded.Dialog with={shown.with} onClosed={() => setShown(undefined)} /> : null;
  return { dialog, openExport, hasFailed };
}
