import { useAroundTexts } from '../parts/around-texts.ts';

/** What to do first, in place of conversations. */
export function NoneYet() {
  const texts = useAroundTexts();
  return (
    <div className="none-yet">
      <p>{texts.noConversations}</p>
      <p className="hint">{texts.noConversationsHint}</p>
    </div>
  );
}
