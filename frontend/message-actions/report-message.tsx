import { ReportDialog } from '../conversation-settings/report-dialog.tsx';
import { useKnown } from '../parts/use-chat.ts';
import { personNamed } from '../state/shown-lists.ts';

export interface ReportMessageProps {
  readonly name: string;
  readonly seq: number | undefined;
  readonly onClose: () => void;
}

/** Asks why a message is reported. */
export function ReportMessage({ name, seq, onClose }: ReportMessageProps) {
  const people = useKnown((state) => state.people);
  return <ReportDialog person={personNamed(people, name)} seq={seq} onClose={onClose} />;
}
