import { useKnown } from '../parts/use-chat.ts';
import { ConversationList } from './conversation-list.tsx';
import { MyAccount } from './my-account.tsx';
import { PeopleList } from './people-list.tsx';
import { SearchBox } from './search-box.tsx';

/** Me, my conversations, and everybody there is; while I search, whom I find. */
export function Sidebar() {
  const isSearching = useKnown((state) => state.search !== null);
  return (
    <div className="sidebar">
      <MyAccount />
      <SearchBox />
      <div className="sidebar-lists">
        {!isSearching && <ConversationList />}
        <PeopleList />
      </div>
    </div>
  );
}
