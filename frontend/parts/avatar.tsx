import type { Person } from '../../lib/protocol/names.ts';
import { hueOf, initialsOf } from './initials.ts';

/** Somebody's initials, in a colour that is always theirs. */
export function Avatar({ person }: { person: Person }) {
  return (
    <span className="avatar" data-hue={hueOf(person.name)} aria-hidden="true">
      {initialsOf(person.displayName)}
    </span>
  );
}
