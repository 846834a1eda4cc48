import { useRef } from 'react';
import { useKnown } from '../parts/use-chat.ts';
import { useLaterParts } from '../parts/use-later-parts.ts';
import { NO_CONVERSATION } from '../state/model.ts';
import { Composer } from './composer.tsx';

/** Where one writes; or, as long as somebody is not accepted, or is blocked, what can be done about that; or that nobody is there. */
export function WhereToWrite({ name, displayName }: { name: string; displayName: string }) {
  const { side, entries, loaded } = useKnown((state) => state.conversations.get(name) ?? NO_CONVERSATION);
  // Whoever is about to write to somebody keeps the field, though that one was faster: to send is to accept.
  const wasFirst = useRef(false);
  if (loaded && entries.length === 0) wasFirst.current = true;
  const later = useLaterParts();
  const isGone = entries.at(-1)?.kind === 'departure';
  if (!isGone && (!side.request || wasFirst.current) && !side.blocked)
    return <Composer name={name} displayName={displayName} />;
  if (!later) return null;
  return <later.UndecidedOnDemand name={name} displayName={displayName} />;
}
