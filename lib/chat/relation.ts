import { isBlocking } from './blocks.ts';
import type { Chat } from './ports.ts';
import { type KeptPreferences, type KeptSide, NEW_PREFERENCES } from './side-ports.ts';

/** What two people are to each other, seen by one of them. */
export interface Relation {
  readonly mine: KeptSide | undefined;
  readonly theirs: KeptSide | undefined;
  readonly preferences: readonly [mine: KeptPreferences, theirs: KeptPreferences];
}

export async function relationOf(
  { peers, preferences }: Pick<Chat, 'peers' | 'preferences'>,
  me: string,
  other: string,
): Promise<Relation> {
  const [[mine, theirs], [my = NEW_PREFERENCES, their = NEW_PREFERENCES]] = await Promise.all([
    peers.sides([
      { person: me, peer: other },
      { person: other, peer: me },
    ]),
    preferences.of([me, other]),
  ]);
  return { mine, theirs, preferences: [my, their] };
}

/** Whether somebody talks with the other one at all: strangers, requests and those who are blocked are told nothing. */
export function isOpen(side: KeptSide | undefined): side is KeptSide {
  return side !== undefined && side.request !== true && !isBlocking(side);
}

/** Whether both let others know of something; who hides it is not told of others', either. */
export function bothShow({ preferences }: Relation, what: 'readReceipts' | 'presence'): boolean {
  return preferences.every((each) => each[what]);
}
