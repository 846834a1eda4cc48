import { useChat, useKnown } from '../parts/use-chat.ts';

export function SearchBox() {
  const chat = useChat();
  const query = useKnown((state) => state.search?.query ?? '');
  return (
    <search className="search-box">
      <input
        type="search"
        aria-label="Find people"
        placeholder="Find people"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={query}
        onChange={({ target }) => chat.search(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && chat.search('')}
      />
    </search>
  );
}
