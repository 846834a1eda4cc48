import type { CSSProperties } from 'react';
import type { Person } from '../../lib/protocol/names.ts';
import { hueOf, initialsOf } from './initials.ts';
import { useKnown } from './use-chat.ts';

/** Somebody's picture, or their initials in a colour that is always theirs: also until it is there, and if it never is. */
export function Avatar({ person: { name, displayName } }: { person: Person }) {
  const version = useKnown((state) => state.people.get(name)?.picture);
  return (
    <span className="avatar" style={{ '--hue': hueOf(name) } as CSSProperties} aria-hidden="true">
      {initialsOf(displayName)}
      {/* One that can't be had shows nothing. */}
      {version && <img src={`/api/picture?of=${name}&version=${version}`} alt="" />}
    </span>
  );
}
