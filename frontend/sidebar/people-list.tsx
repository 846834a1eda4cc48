import { memo, useId, useMemo } from 'react';
import { Link } from 'wouter';
import type { Person } from '../../lib/protocol/names.ts';
import { Avatar } from '../parts/avatar.tsx';
import { More } from '../parts/more.tsx';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { shownPeople } from '../state/shown-lists.ts';

/** Everybody but me; while I search, whoever matches. */
export function PeopleList() {
  const chat = useChat();
  const heading = useId();
  const people = useKnown((state) => state.people);
  const directory = useKnown((state) => state.directory);
  const search = useKnown((state) => state.search);
  const session = useKnown((state) => state.session);
  const open = useKnown((state) => state.open);
  const shown = useMemo(
    () => shownPeople({ people, directory, search, session }),
    [people, directory, search, session],
  );
  const isEmpty = shown.people.length === 0 && shown.status === 'idle';
  return (
    <nav aria-label="People">
      <h2 id={heading}>{search ? 'People found' : 'People'}</h2>
      {isEmpty && (
        <p className="hint">
          {search ? 'Nobody’s name begins like that.' : 'Nobody else is here yet. Others join at /new_user.'}
        </p>
      )}
      <ul aria-labelledby={heading}>
        {shown.people.map((person) => (
          <Row key={person.name} {...person} isOpen={person.name === open} onChosen={chat.search} />
        ))}
      </ul>
      <More label="More people" isThere={shown.more} status={shown.status} onMore={chat.loadMorePeople} />
    </nav>
  );
}

type RowProps = Person & { readonly isOpen: boolean; readonly onChosen: (query: string) => void };

const Row = memo(function Row({ name, displayName, isOpen, onChosen }: RowProps) {
  return (
    <li>
      <Link
        href={`/c/${name}`}
        className="row person-row"
        aria-current={isOpen ? 'page' : undefined}
        onClick={() => onChosen('')}
      >
        <Avatar person={{ name, displayName }} />
        <span className="row-title">{displayName}</span>
        <span className="name row-preview">{name}</span>
      </Link>
    </li>
  );
});
