import { useChat } from '../parts/use-chat.ts';
import { useSidesTexts } from './sides-texts.ts';

/** The way back from having blocked somebody. */
export function UnblockButton({ name }: { name: string }) {
  const chat = useChat();
  const { unblock } = useSidesTexts();
  return (
    <button type="button" className="quiet-button" onClick={() => chat.changeSide(name, { blocked: false })}>
      {unblock}
    </button>
  );
}
