import { useId, useMemo } from 'react';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { useRovingFocus } from '../sidebar/use-roving-focus.ts';
import { personNamed } from '../state/shown-lists.ts';
import '../styles/search.css';
import type { Chat } from '../sync/chat.ts';
import { CoverageNote } from './coverage-note.tsx';
import { FoundRow, idOf } from './found-row.tsx';
import type { MessageSearch } from './message-search.ts';
import { useSearchTexts } from './search-texts.ts';
import { searchOf, useFound } from './use-search.ts';

/** Begins to fill the index, so that it is there when the first word is. */
export function prepareSearch(chat: Chat): void {
  searchOf(chat);
}

/** The messages that have the words which somebody types into the search box. */
export function FoundMessages() {
  const chat = useChat();
  const search = searchOf(chat);
  return search ? <Found search={search} /> : null;
}

function Found({ search }: { search: MessageSearch }) {
  const texts = useSearchTexts();
  const heading = useId();
  const query = useKnown((state) => state.search?.query ?? '');
  const people = useKnown((state) => state.people);
  const { found, more, ...searched } = useFound(search, query);
  const conversations = useKnown((state) => state.conversations);
  // What somebody has deleted for themselves is in the log all the same, and so in the index.
  const hits = useMemo(
    () => found?.hits.filter((hit) => !conversations.get(hit.with)?.side.hidden?.includes(hit.seq)) ?? [],
    [found, conversations],
  );
  const ids = useMemo(() => hits.map(idOf), [hits]);
  const { stop, keys } = useRovingFocus(ids, null);
  const isAnswered = searched.query === query && found !== undefined;
  return (
    <nav className="found-messages" aria-label={texts.messages}>
      <h2 id={heading}>{texts.messages}</h2>
      <p role="status" className="visually-hidden">
        {isAnswered && texts.found(found.count)}
      </p>
      {isAnswered && found.count === 0 && <p className="hint">{texts.nothingFound}</p>}
      <ul aria-labelledby={heading}>
        {hits.map((hit) => (
          <FoundRow
            key={idOf(hit)}
            hit={hit}
            person={personNamed(people, hit.with)}
            isStop={idOf(hit) === stop}
            keys={keys}
          />
        ))}
      </ul>
      {found && found.count > found.hits.length && (
        <button type="button" className="quiet-button more-button" onClick={more}>
          {texts.more}
        </button>
      )}
      <CoverageNote {...searched} onFetch={search.fetchRest} onStop={search.stopFetching} />
    </nav>
  );
}
