import { focusFirst } from '../parts/focus-first.ts';
import { useTexts } from '../texts/use-texts.ts';

/** For the keyboard: the first stops on the page, which lead past the lists. Seen only while they have the focus. */
export function SkipLinks({ hasMessages }: { hasMessages: boolean }) {
  const { app } = useTexts();
  return (
    <div className="skip-links">
      {hasMessages && (
        <button type="button" onClick={() => focusFirst('main [role="log"]', 'main')}>
          {app.skipToMessages}
        </button>
      )}
      <button
        type="button"
        onClick={() => focusFirst('.sidebar .row[tabindex="0"]', '.search-box input', '.back-link')}
      >
        {app.skipToConversations}
      </button>
    </div>
  );
}
