import { useKnown } from '../parts/use-chat.ts';
import { useMessagesList } from '../search/use-messages-list.ts';
import { ConversationList } from './conversation-list.tsx';
import { PeopleList } from './people-list.tsx';
import { SearchBox } from './search-box.tsx';
import { WhoIAm } from './who-i-am.tsx';

export interface SidebarProps {
  /** Whether there is nothing else on the page, as on a phone before a conversation is opened. */
  readonly isAlone: boolean;
  readonly onHelp: () => void;
}

/** Me, my conversations, and everybody there is; while I search, whom and what I find. */
export function Sidebar({ isAlone, onHelp }: SidebarProps) {
  const isSearching = useKnown((state) => state.search !== null);
  const { List: FoundMessages, prepare } = useMessagesList();
  return (
    <div className="sidebar" role={isAlone ? 'main' : undefined}>
      <WhoIAm onHelp={onHelp} />
      <SearchBox onFocus={prepare} />
      <div className="sidebar-lists">
        {!isSearching && <ConversationList />}
        <PeopleList />
        {isSearching && FoundMessages && <FoundMessages />}
      </div>
    </div>
  );
}
