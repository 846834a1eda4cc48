import { Mark } from '../parts/mark.tsx';
import { Keys } from '../shortcuts/keys.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** What stands beside the lists as long as no conversation is open. */
export function NoConversation() {
  const { sidebar } = useTexts();
  return (
    <main className="no-conversation" tabIndex={-1}>
      <Mark />
      <h2>{sidebar.chooseSomebody}</h2>
      <p>{sidebar.chooseSomebodyHint}</p>
      <p className="hint with-mouse">
        <Keys of="find" /> {sidebar.findHint}
      </p>
    </main>
  );
}
