import type { KeyboardEvent } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { useAroundTexts } from '../parts/around-texts.ts';
import { useChat, useKnown, useStateNow } from '../parts/use-chat.ts';
import { shownPeople } from '../state/shown-people.ts';

/** Finds people and messages as one types. Enter opens the first of them, the arrow down leads into the list, Escape ends it. */
export function SearchBox({ onFocus }: { onFocus: () => void }) {
  const chat = useChat();
  const stateNow = useStateNow();
  const texts = useAroundTexts();
  const query = useKnown((state) => state.search?.query ?? '');

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown') document.querySelector<HTMLElement>('.sidebar-lists .row')?.focus();
    else if (key === 'Escape' && query !== '') chat.search('');
    else if (key === 'Enter' && query !== '') openFirst();
    else return;
    event.preventDefault();
  };

  const openFirst = () => {
    const { people, status } = shownPeople(stateNow());
    const [first] = people;
    // Before the answer, the first may be somebody else than in a moment.
    if (status === 'loading') return;
    if (!first) {
      document.querySelector<HTMLElement>('.found-messages .row')?.click();
      return;
    }
    chat.search('');
    navigate(`/c/${first.name}`);
  };

  return (
    <search className="search-box">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="10.5" cy="10.5" r="6" />
        <path d="M15 15l5 5" />
      </svg>
      <input
        type="search"
        aria-label={texts.findPeople}
        placeholder={texts.findPeopleAndMessages}
        autoComplete="off"
        autoCapitalize="none"
        enterKeyHint="go"
        spellCheck={false}
        // An empty field has no direction of its own: it is the page's.
        dir={query === '' ? undefined : 'auto'}
        value={query}
        onChange={({ target }) => chat.search(target.value)}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      />
    </search>
  );
}
