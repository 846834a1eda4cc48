import { memo, useId, useMemo } from 'react';
import { useAroundTexts } from '../parts/around-texts.ts';
import { InviteLink } from '../parts/invite-link.tsx';
import { More } from '../parts/more.tsx';
import { SkeletonRows } from '../parts/skeleton.tsx';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { shownPeople } from '../state/shown-people.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Row, type RowProps } from './row.tsx';
import { useRovingFocus } from './use-roving-focus.ts';

const SKELETON_ROWS = 3;

/** Everybody but me; while I search, whoever matches. */
export function PeopleList() {
  const chat = useChat();
  const { sidebar } = useTexts();
  const texts = useAroundTexts();
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
  const me = session.status === 'signed-in' && !search ? session.me.name : undefined;
  const names = useMemo(() => {
    const others = shown.people.map(({ name }) => name);
    return me === undefined ? others : [me, ...others];
  }, [shown, me]);
  const { stop, keys } = useRovingFocus(names, open);
  const count = shown.people.length;
  const isFirstPage = count === 0 && shown.status === 'loading';
  return (
    <nav aria-label={texts.people}>
      <h2 id={heading}>{search ? texts.peopleFound : texts.people}</h2>
      <p role="status" className="visually-hidden">
        {search && shown.status === 'idle' && texts.found(count)}
      </p>
      <ul aria-labelledby={heading}>
        {me !== undefined && (
          <PersonRow
            name={me}
            displayName={sidebar.noteToSelf}
            isOpen={me === open}
            isStop={me === stop}
            keys={keys}
            onChosen={chat.search}
          />
        )}
        {shown.people.map(({ name, displayName }) => (
          <PersonRow
            key={name}
            name={name}
            displayName={displayName}
            isOpen={name === open}
            isStop={name === stop}
            keys={keys}
            onChosen={chat.search}
          />
        ))}
      </ul>
      {count === 0 && shown.status === 'idle' && <Nobody query={search?.query} />}
      {isFirstPage ? (
        <SkeletonRows count={SKELETON_ROWS} />
      ) : (
        <More
          label={texts.morePeople}
          isThere={shown.more}
          status={shown.status}
          onMore={chat.loadMorePeople}
        />
      )}
    </nav>
  );
}

/** Why the list is empty, and how somebody may come to be in it. */
function Nobody({ query }: { query: string | undefined }) {
  const texts = useAroundTexts();
  return (
    <div className="none-yet">
      <p>{query === undefined ? texts.nobodyHere : texts.nobodyFound(query)}</p>
      <p className="hint">{query === undefined ? texts.nobodyHereHint : texts.nobodyFoundHint}</p>
      <InviteLink />
    </div>
  );
}

type PersonRowProps = Pick<RowProps, 'isOpen' | 'isStop' | 'keys'> & {
  readonly name: string;
  readonly displayName: string;
  readonly onChosen: (query: string) => void;
};

const PersonRow = memo(function PersonRow({ name, displayName, onChosen, ...row }: PersonRowProps) {
  return (
    <Row person={{ name, displayName }} onClick={() => onChosen('')} {...row}>
      <span className="row-preview">
        <bdi className="name">{name}</bdi>
      </span>
    </Row>
  );
});
