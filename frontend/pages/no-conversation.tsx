import { useAroundTexts } from '../parts/around-texts.ts';
import { Mark } from '../parts/mark.tsx';
import { Keys } from '../shortcuts/keys.tsx';

/** What stands beside the lists as long as no conversation is open. */
export function NoConversation() {
  const texts = useAroundTexts();
  return (
    <main className="no-conversation" tabIndex={-1}>
      <Mark />
      <h2>{texts.chooseSomebody}</h2>
      <p>{texts.chooseSomebodyHint}</p>
      <p className="hint with-mouse">
        <Keys of="find" /> {texts.findHint}
      </p>
    </main>
  );
}
