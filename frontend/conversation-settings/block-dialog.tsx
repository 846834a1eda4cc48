import type { Person } from '../../lib/protocol/names.ts';
import { TitledDialog } from '../parts/titled-dialog.tsx';
import { useChat } from '../parts/use-chat.ts';
import { useSidesTexts } from './sides-texts.ts';

/** Asks before somebody is blocked, and says what comes of it. */
export function BlockDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const chat = useChat();
  const texts = useSidesTexts();
  const block = () => {
    chat.changeSide(person.name, { blocked: true });
    onClose();
  };
  return (
    <TitledDialog className="question" title={texts.blockQuestion(person.displayName)} onClose={onClose}>
      <p>{texts.blockMeans}</p>
      <div className="dialog-buttons">
        <button type="button" className="quiet-button" onClick={onClose}>
          {texts.cancel}
        </button>
        <button type="button" className="danger-button" onClick={block}>
          {texts.block}
        </button>
      </div>
    </TitledDialog>
  );
}
