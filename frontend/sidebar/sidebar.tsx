import { useKnown } from '../parts/use-chat.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ConversationList } from './conversation-list.tsx';
import { PeopleList } from './people-list.tsx';
import { SearchBox } from './search-box.tsx';
import { WhoIAm } from './who-i-am.tsx';

/** Me, my conversations, and everybody there is; while I search, whom I find. */
export function Sidebar({ onHelp }: { onHelp: () => void }) {
  const { app } = useTexts();
  const isSearching = useKnown((state) => state.search !== null);
  return (
    <div className="sidebar">
      <h1 className="visually-hidden">{app.name}</h1>
      <WhoIAm onHelp={onHelp} />
      <SearchBox />
      <div className="sidebar-lists">
        {!isSearching && <ConversationList />}
        <PeopleList />
      </div>
    </div>
  );
}
