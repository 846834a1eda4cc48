import { useTexts } from '../texts/use-texts.ts';

/** What to do first, in place of conversations. */
export function NoneYet() {
  const { sidebar } = useTexts();
  return (
    <div className="none-yet">
      <p>{sidebar.noConversations}</p>
      <p className="hint">{sidebar.noConversationsHint}</p>
    </div>
  );
}
