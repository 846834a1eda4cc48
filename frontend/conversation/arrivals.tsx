import { useEffect, useRef, useState } from 'react';
import { plainText } from '../message-text/parse.ts';
import { useAroundTexts } from '../parts/around-texts.ts';
import { foldOf, messageAt } from '../state/fold.ts';
import type { Conversation } from '../state/model.ts';
import { arrivedAfter, reactionAfter } from './arrived.ts';

/** What comes within this time is told together: one by one, a burst would be read out for minutes. */
const TOGETHER_MS = 800;

export interface ArrivalsProps {
  readonly conversation: Conversation;
  readonly me: string;
  readonly displayName: string;
}

/**
 * Reads out what the other person writes, or reacts with, while the conversation is open; never history, and never one by
 * one in a burst.
 */
export function Arrivals({ conversation, me, displayName }: ArrivalsProps) {
  const texts = useAroundTexts();
  const [told, setTold] = useState('');
  const knownUpTo = useRef<number>(undefined);
  const { entries, loaded } = conversation;

  useEffect(() => {
    if (!loaded) return;
    const last = entries.at(-1)?.seq ?? 0;
    knownUpTo.current ??= last;
    const arrived = arrivedAfter(entries, knownUpTo.current, me);
    const reaction = reactionAfter(entries, knownUpTo.current, me);
    if (arrived.length === 0 && !reaction) {
      knownUpTo.current = last;
      return;
    }
    const timer = setTimeout(() => {
      knownUpTo.current = last;
      const [first] = arrived;
      const target = reaction && messageAt(foldOf(entries), reaction.target);
      const said: string[] = [];
      if (first && arrived.length === 1) said.push(texts.hasWritten(displayName, plainText(first.text)));
      else if (first) said.push(texts.haveCome(displayName, arrived.length));
      if (reaction?.emoji && target && !target.gone)
        said.push(texts.hasReacted(displayName, reaction.emoji, plainText(target.text)));
      if (said.length > 0) setTold(said.join(' '));
    }, TOGETHER_MS);
    return () => clearTimeout(timer);
  }, [entries, loaded, me, displayName, texts]);

  return (
    <p role="status" className="visually-hidden">
      {told}
    </p>
  );
}
