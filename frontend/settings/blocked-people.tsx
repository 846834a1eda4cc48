import { useMemo } from 'react';
import { useSidesTexts } from '../conversation-settings/sides-texts.ts';
import { UnblockButton } from '../conversation-settings/unblock-button.tsx';
import { useKnown } from '../parts/use-chat.ts';
import { blockedNames } from '../state/blocked-names.ts';
import { personNamed } from '../state/shown-lists.ts';

/** Whom I have blocked, each with the way back. */
export function BlockedPeople() {
  const texts = useSidesTexts();
  const conversations = useKnown((state) => state.conversations);
  const people = useKnown((state) => state.people);
  const before = useKnown((state) => state.blocked);
  const blocked = useMemo(
    () => blockedNames({ conversations, blocked: before }).map((name) => personNamed(people, name)),
    [conversations, people, before],
  );
  return (
    <>
      <h3>{texts.blockedPeople}</h3>
      {blocked.length === 0 && <p className="hint">{texts.nobodyBlocked}</p>}
      <ul className="blocked-people">
        {blocked.map(({ name, displayName }) => (
          <li key={name}>
            <bdi>{displayName}</bdi>
            <UnblockButton name={name} />
          </li>
        ))}
      </ul>
    </>
  );
}
