import { useAroundTexts } from '../parts/around-texts.ts';
import { focusFirst } from '../parts/focus-first.ts';

/** For the keyboard: the first stops on the page, which lead past the lists. Seen only while they have the focus. */
export function SkipLinks({ hasMessages }: { hasMessages: boolean }) {
  const texts = useAroundTexts();
  return (
    <div className="skip-links">
      {hasMessages && (
        <button type="button" onClick={() => focusFirst('main [role="log"]', 'main')}>
          {texts.skipToMessages}
        </button>
      )}
      <button
        type="button"
        onClick={() => focusFirst('.sidebar .row[tabindex="0"]', '.search-box input', '.back-link')}
      >
        {texts.skipToConversations}
      </button>
    </div>
  );
}
