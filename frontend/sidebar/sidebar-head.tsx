import { SearchBox } from './search-box.tsx';
import { WhoIAm } from './who-i-am.tsx';

export interface SidebarHeadProps {
  readonly onHelp: () => void;
  readonly onSearch: () => void;
}

/** What stands above the lists: who I am, and where one searches. */
export function SidebarHead({ onHelp, onSearch }: SidebarHeadProps) {
  return (
    <>
      <WhoIAm onHelp={onHelp} />
      <SearchBox onFocus={onSearch} />
    </>
  );
}
