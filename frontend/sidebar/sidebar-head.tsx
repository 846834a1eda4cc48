import { SearchBox } from './search-box.tsx';
import { WhoIAm } from './who-i-am.tsx';

export interface SidebarHeadProps {
  readonly onSearch: () => void;
}

/** What stands above the lists: who I am, and where one searches. */
export function SidebarHead({ onSearch }: SidebarHeadProps) {
  return (
    <>
      <WhoIAm />
      <SearchBox onFocus={onSearch} />
    </>
  );
}
