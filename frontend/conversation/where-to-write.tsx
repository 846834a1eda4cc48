import { useEffect, useRef, useState } from 'react';
import { useKnown } from '../parts/use-chat.ts';
import { useLaterParts } from '../parts/use-later-parts.ts';
import { NO_CONVERSATION } from '../state/model.ts';
import { NO_SIDE } from '../state/sides.ts';
import { Composer } from './composer.tsx';

/** A network that answers at all has done so by then; whoever has none that says so must not wait for ever. */
const LONGEST_HELD_MS = 3_000;

/**
 * Where one writes; or, as long as somebody is not accepted, or is blocked, what can be done about that;
 * or that they have deleted their account. Its place is held
 * until it is known which of these it is; without a network that may take long, and one may write meanwhile.
 */
export function WhereToWrite({ name, displayName }: { name: string; displayName: string }) {
  const { side, said, entries, loaded } = useKnown(
    (state) => state.conversations.get(name) ?? NO_CONVERSATION,
  );
  const isOffline = useKnown((state) => state.connection === 'reconnecting');
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONGEST_HELD_MS);
    return () => clearTimeout(timer);
  }, []);
  const wasShown = useRef(false);
  const focusedBefore = useRef(document.activeElement);
  // Whoever is about to write to somebody keeps the field, though that one was faster: to send is to accept.
  const wasFirst = useRef(false);
  if (loaded && entries.length === 0) wasFirst.current = true;
  const later = useLaterParts();
  const isGone = entries.at(-1)?.kind === 'departure';
  if (said !== NO_SIDE || isOffline || isLong) wasShown.current = true;
  const isUndecided = (side.request && !wasFirst.current) || side.blocked || isGone;
  if (!wasShown.current || (isUndecided && !later)) return <div className="composer composer-held" />;
  if (!isUndecided)
    return <Composer name={name} displayName={displayName} focusedBefore={focusedBefore.current} />;
  return later && <later.UndecidedOnDemand name={name} displayName={displayName} />;
}
