import type { ReactNode } from 'react';
import { useOnDemand } from '../parts/use-on-demand.tsx';

const loadDialog = () => import('./export-dialog.tsx');
const dialogIn = ({ ExportDialog }: Awaited<ReturnType<typeof loadDialog>>) => ExportDialog;

export interface ExportOpener {
  /** Has to be rendered somewhere. */
  readonly dialog: ReactNode;
  /**
   * Resolves with whether it could be loaded.
   * @param name of the person whose conversation is exported; without it, all of them are
   */
  openExport(name?: string): Promise<boolean>;
  /** Whether the last try to open it failed, as it does without a network. */
  readonly hasFailed: boolean;
}

/** The dialog that exports, which is loaded when somebody asks for it. */
export function useExportDialog(onClosed: () => void = () => {}): ExportOpener {
  const { shown, show, hide, hasFailed } = useOnDemand(loadDialog, dialogIn);
  const close = () => {
    hide();
    onClosed();
  };
  return { dialog: shown, openExport: (name) => show({ with: name, onClosed: close }), hasFailed };
}
