import { useState } from 'react';
import { useKnown } from '../parts/use-chat.ts';
import { isOnSharedComputer } from '../settings/shared-computer.ts';
import { myName } from '../state/reducer.ts';
import { type KeptEmoji, keepEmoji, keptEmoji } from './kept-emoji.ts';

/** What I like to choose, and the way to change that. */
export function useKeptEmoji(): [kept: KeptEmoji, keep: (change: Partial<KeptEmoji>) => void] {
  const me = useKnown(myName);
  const isShared = useKnown(isOnSharedComputer);
  const [, setChanges] = useState(0);
  const keep = (change: Partial<KeptEmoji>) => {
    keepEmoji(me, change, { isKept: !isShared });
    setChanges((count) => count + 1);
  };
  return [keptEmoji(me), keep];
}
