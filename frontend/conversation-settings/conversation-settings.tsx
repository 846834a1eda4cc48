import { useRef, useState } from 'react';
import { useExportDialog } from '../export/use-export-dialog.tsx';
import { useKnown } from '../parts/use-chat.ts';
import { myName } from '../state/reducer.ts';
import { personNamed } from '../state/shown-lists.ts';
import '../styles/conversation-settings.css';
import { BlockDialog } from './block-dialog.tsx';
import { ConversationMenu } from './conversation-menu.tsx';
import type { Place } from './place-menu.ts';
import { ReportDialog } from './report-dialog.tsx';

export interface ConversationSettingsProps {
  readonly name: string;
  readonly place: Place;
  readonly onClose: () => void;
}

/** What can be done about a conversation: its menu, then a question where what was chosen has consequences. */
export function ConversationSettings({ name, place, onClose }: ConversationSettingsProps) {
  const [step, setStep] = useState<'menu' | 'block' | 'report' | 'export'>('menu');
  const person = personNamed(
    useKnown((state) => state.people),
    name,
  );
  const isMe = useKnown(myName) === name;
  const before = useRef(document.activeElement as HTMLElement | null);
  const close = () => {
    onClose();
    // Whoever has pressed something else meanwhile stays there.
    const isHere = document.activeElement?.closest('.conversation-menu, dialog, body:focus');
    if (isHere && before.current?.isConnected) before.current.focus();
  };
  const { dialog: exporting, openExport } = useExportDialog(close);
  const beginExport = async () => {
    setStep('export');
    if (!(await openExport(name))) close();
  };
  if (step === 'export') return exporting;
  if (step === 'block') return <BlockDialog person={person} onClose={close} />;
  if (step === 'report') return <ReportDialog person={person} onClose={close} />;
  return (
    <ConversationMenu
      name={name}
      isMe={isMe}
      place={place}
      onBlock={() => setStep('block')}
      onReport={() => setStep('report')}
      onExport={beginExport}
      onClose={close}
    />
  );
}
