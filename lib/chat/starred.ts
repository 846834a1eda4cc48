import { type EditEntry, isMessage } from '../protocol/entries.ts';
import { STARRED_PER_PAGE } from '../protocol/limits.ts';
import type { Starred, StarredPage, StarredQuery } from '../protocol/rest.ts';
import { withoutBlocked } from './blocks.ts';
import { conversationOf } from './conversation.ts';
import type { Chat } from './ports.ts';

/** What somebody has starred, with its last edit; what is gone is left out. */
export async function listStarred(
  { people, peers, shelves, entries }: Pick<Chat, 'people' | 'peers' | 'shelves' | 'entries'>,
  me: string,
  { cursor }: StarredQuery,
): Promise<StarredPage> {
  const { items, ...next } = await shelves.starred(me, { cursor, limit: STARRED_PER_PAGE });
  const placeOf = ({ peer, seq }: { peer: string; seq: number }) => ({
    conversation: conversationOf(me, peer),
    seq,
  });
  const names = [...new Set(items.map(({ peer }) => peer))];
  const [found, known, sides] = await Promise.all([
    entries.find(items.map(placeOf)),
    people.findAll(names),
    peers.sides(names.map((peer) => ({ person: me, peer }))),
  ]);
  const edited = found.flatMap(({ conversation, lastEdit }) =>
    lastEdit === undefined ? [] : [{ conversation, seq: lastEdit }],
  );
  const edits = await entries.find(edited);

  const starred = items.flatMap((item): Starred[] => {
    const { conversation, seq } = placeOf(item);
    const it = found.find((one) => one.conversation === conversation && one.seq === seq);
    const [entry] = withoutBlocked(it ? [it.entry] : [], item.peer, sides[names.indexOf(item.peer)]);
    if (!isMessage(entry) || entry.gone !== undefined) return [];
    const edit = edits.find((one) => one.conversation === conversation && one.seq === it?.lastEdit)?.entry;
    const person = known.find(({ name }) => name === item.peer);
    return [
      {
        with: person ?? { name: item.peer, displayName: item.peer },
        entry,
        ...(edit && { edit: edit as EditEntry }),
      },
    ];
  });
  return { starred, ...next };
}
