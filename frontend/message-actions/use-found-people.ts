import { useEffect, useState } from 'react';
import type { Person } from '../../lib/protocol/names.ts';
import { useChat } from '../parts/use-chat.ts';
import { namePrefix } from '../sync/name-prefix.ts';

/** How long somebody has to pause in typing before what they typed is looked for. */
const SEARCH_DELAY_MS = 150;

/** All those, of everybody there is, who were found by the beginnings of names that were looked for. Without a network, none. */
export function useFoundPeople(query: string): readonly Person[] {
  const chat = useChat();
  const [found, setFound] = useState<ReadonlyMap<string, Person>>(new Map());

  useEffect(() => {
    const prefix = namePrefix(query);
    const { session } = chat.signedIn() ?? {};
    if (!prefix || !session) return;
    const timer = setTimeout(() => {
      session.api.people({ prefix }).then(
        ({ people }) => setFound((so) => new Map([...so, ...people.map((it) => [it.name, it] as const)])),
        () => {},
      );
    }, SEARCH_DELAY_MS);
    return () => clearTimeout(timer);
  }, [chat, query]);

  return [...found.values()];
}
