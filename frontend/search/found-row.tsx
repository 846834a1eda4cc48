import type { Person } from '../../lib/protocol/names.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Link } from '../parts/link.tsx';
import { Moment } from '../parts/moment.tsx';
import { shortTime } from '../parts/times.ts';
import { useChat, useKnown } from '../parts/use-chat.ts';
import type { RowKeys } from '../sidebar/use-roving-focus.ts';
import type { Hit } from './message-index.ts';
import { useSearchTexts } from './search-texts.ts';

export interface FoundRowProps {
  readonly hit: Hit;
  /** With whom it was written. */
  readonly person: Person;
  readonly isStop: boolean;
  readonly keys: RowKeys;
}

/** What a row is known by in its list. */
export function idOf({ with: name, seq }: Hit): string {
  return `${name}/${seq}`;
}

/** A message that was found, and the way to its place. */
export function FoundRow({ hit, person, isStop, keys }: FoundRowProps) {
  const chat = useChat();
  const texts = useSearchTexts();
  const isOpen = useKnown((state) => state.open === person.name);
  const { at, from, seq, snippet } = hit;
  return (
    <li>
      <Link
        href={`/c/${person.name}`}
        // From one place to another of a conversation, the way back stays that to the lists.
        replace={isOpen}
        className="row"
        tabIndex={isStop ? 0 : -1}
        data-name={idOf(hit)}
        data-title={person.displayName}
        onClick={() => chat.goTo(person.name, seq)}
        {...keys}
      >
        <Avatar person={person} />
        <span className="row-title" dir="auto">
          {person.displayName}
        </span>
        <Moment className="row-time" at={at}>
          {shortTime(at, Date.now())}
        </Moment>
        <span className="row-preview snippet">
          {from !== person.name && <span>{texts.mine} </span>}
          <bdi>{snippet.map(({ text, isFound }, i) => (isFound ? <mark key={i}>{text}</mark> : text))}</bdi>
        </span>
      </Link>
    </li>
  );
}
