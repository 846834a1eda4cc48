import { useId, useMemo, useRef, useState } from 'react';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { useLaterParts } from '../parts/use-later-parts.ts';
import { type ShownLists, shownLists } from '../state/shown-lists.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ConversationRow } from './conversation-row.tsx';
import { type OtherList, OtherLists } from './other-lists.tsx';
import { useRovingFocus } from './use-roving-focus.ts';

/**
 * The conversations in which something was written, those that are pinned first, then the latest; and the ways to those
 * that are archived, and to those that wait to be accepted.
 */
export function ConversationList() {
  const chat = useChat();
  const { sidebar } = useTexts();
  const heading = useId();
  const older = useKnown((state) => state.olderConversations);
  const open = useKnown((state) => state.open);
  const typing = useKnown((state) => state.typing);
  const lists = useLists();
  const later = useLaterParts();
  const rows = useRef<HTMLUListElement>(null);
  const [chosen, choose] = useState<OtherList>();
  // What has become empty is left by itself.
  const list = chosen && lists[chosen].length > 0 ? chosen : undefined;
  const shown = lists[list ?? 'current'];
  const names = useMemo(() => shown.map(({ person }) => person.name), [shown]);
  const { stop, keys } = useRovingFocus(names, open);
  return (
    <nav aria-label={sidebar.conversations}>
      <h2 id={heading}>{list ? sidebar[list] : sidebar.conversations}</h2>
      <OtherLists lists={lists} shown={list} onChosen={choose} />
      {later && isEmpty(lists) && older.next === undefined && <later.NoneYet />}
      <ul ref={rows} aria-labelledby={heading}>
        {shown.map(({ person, ...conversation }) => (
          <ConversationRow
            key={person.name}
            {...conversation}
            name={person.name}
            displayName={person.displayName}
            isGone={person.gone}
            isTyping={typing.has(person.name)}
            isOpen={person.name === open}
            isStop={person.name === stop}
            keys={keys}
          />
        ))}
      </ul>
      {later && (
        <later.More
          label={sidebar.olderConversations}
          isThere={older.next !== undefined && list === undefined}
          status={older.status}
          onMore={chat.loadOlderConversations}
        />
      )}
      {later && <later.RowMenus list={rows} />}
    </nav>
  );
}

function useLists(): ShownLists {
  const conversations = useKnown((state) => state.conversations);
  const outbox = useKnown((state) => state.outbox);
  const people = useKnown((state) => state.people);
  const session = useKnown((state) => state.session);
  return useMemo(
    () => shownLists({ conversations, outbox, people, session }, Date.now()),
    [conversations, outbox, people, session],
  );
}

function isEmpty({ current, archived, requests }: ShownLists): boolean {
  return current.length + archived.length + requests.length === 0;
}
