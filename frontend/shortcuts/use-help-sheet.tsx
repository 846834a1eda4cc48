import type { ReactNode } from 'react';
import { useOnDemand } from '../parts/use-on-demand.tsx';

const loadSheet = () => import('./help-sheet.tsx');
const sheetIn = ({ HelpSheet }: Awaited<ReturnType<typeof loadSheet>>) => HelpSheet;

/** The sheet of shortcuts, which is loaded when somebody asks for it. */
export function useHelpSheet(): { readonly sheet: ReactNode; show(): void } {
  const { shown, show, hide } = useOnDemand(loadSheet, sheetIn);
  return { sheet: shown, show: () => void show({ onClose: hide }) };
}
