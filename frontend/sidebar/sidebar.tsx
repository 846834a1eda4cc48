import { HeadOutline } from '../pages/opening.tsx';
import { useKnown } from '../parts/use-chat.ts';
import { useLaterParts } from '../parts/use-later-parts.ts';
import { useMessagesList } from '../search/use-messages-list.ts';
import { ConversationList } from './conversation-list.tsx';

export interface SidebarProps {
  /** Whether there is nothing else on the page, as on a phone before a conversation is opened. */
  readonly isAlone: boolean;
}

/** Me, my conversations, and everybody there is; while I search, whom and what I find. */
export function Sidebar({ isAlone }: SidebarProps) {
  const isSearching = useKnown((state) => state.search !== null);
  const later = useLaterParts();
  const { List: FoundMessages, prepare } = useMessagesList();
  return (
    <div className="sidebar" role={isAlone ? 'main' : undefined}>
      {later ? <later.SidebarHead onSearch={prepare} /> : <HeadOutline />}
      <div className="sidebar-lists">
        {!isSearching && <ConversationList />}
        {later && <later.PeopleList />}
        {isSearching && FoundMessages && <FoundMessages />}
      </div>
    </div>
  );
}
