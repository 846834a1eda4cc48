import type { Entry } from '../protocol/entries.ts';
import {
  CONVERSATIONS_PER_PAGE,
  ENTRIES_PER_PAGE,
  PEOPLE_PER_PAGE,
  RECENT_ENTRIES,
} from '../protocol/limits.ts';
import type { Person } from '../protocol/names.ts';
import type {
  Conversation,
  ConversationsPage,
  ConversationsQuery,
  EntriesPage,
  EntriesQuery,
  PeoplePage,
  PeopleQuery,
} from '../protocol/rest.ts';
import { withoutBlocked } from './blocks.ts';
import { conversationOf } from './conversation.ts';
import type { Chat } from './ports.ts';
import { Refusal } from './refusal.ts';
import { toSide } from './side.ts';
import type { KeptSide } from './side-ports.ts';

/** Everybody whose name begins with the prefix, a page at a time. */
export async function listPeople(
  chat: Pick<Chat, 'people'>,
  { prefix, cursor }: PeopleQuery,
): Promise<PeoplePage> {
  const { items, ...next } = await chat.people.list(prefix, { cursor, limit: PEOPLE_PER_PAGE });
  return { people: items, ...next };
}

/** My conversations, the latest active first, each with its newest entries and both sides of it. */
export async function listConversations(
  chat: ConversationPorts,
  me: string,
  { cursor }: ConversationsQuery = {},
): Promise<ConversationsPage> {
  const { items, ...next } = await chat.peers.list(me, { cursor, limit: CONVERSATIONS_PER_PAGE });
  const conversations = await describe(
    chat,
    me,
    items.map(({ peer }) => peer),
  );
  return { conversations, ...next };
}

type ConversationPorts = Pick<Chat, 'people' | 'peers' | 'shelves' | 'preferences' | 'entries'>;

/** My conversations with these people, as far as there is something in them. */
export async function describe(
  chat: ConversationPorts,
  me: string,
  names: readonly string[],
): Promise<Conversation[]> {
  if (names.length === 0) return [];
  const [people, tails, sides] = await Promise.all([
    chat.people.findAll(names),
    Promise.all(names.map((name) => newestEntries(chat, conversationOf(me, name), RECENT_ENTRIES))),
    bothSides(chat, me, names),
  ]);
  const byName = new Map(people.map((person) => [person.name, person]));
  const conversations = names.map((name, i): Conversation => {
    const { kept, side, theirs } = sides[i] ?? UNKNOWN;
    return {
      with: byName.get(name) ?? nameless(name),
      entries: withoutBlocked(tails[i] ?? [], name, kept),
      side,
      theirs,
    };
  });
  return conversations.filter(({ entries }) => entries.length > 0);
}

/** Both sides of a conversation as I may know them, and mine as it is kept. */
type BothSides = Pick<Conversation, 'side' | 'theirs'> & { readonly kept: KeptSide | undefined };

const UNKNOWN: BothSides = { kept: undefined, side: toSide(), theirs: { received: 0, read: 0 } };

/** Those of my conversations with these people, in the order of the names. */
async function bothSides(
  chat: Pick<Chat, 'peers' | 'shelves' | 'preferences'>,
  me: string,
  names: readonly string[],
): Promise<BothSides[]> {
  const mine = names.map((peer) => ({ person: me, peer }));
  const theirs = names.map((person) => ({ person, peer: me }));
  const [sides, shelves, [my, ...their]] = await Promise.all([
    chat.peers.sides([...mine, ...theirs]),
    chat.shelves.of(mine),
    chat.preferences.of([me, ...names]),
  ]);
  return names.map((_, i) => {
    const told = sides[names.length + i]?.told ?? UNKNOWN.theirs;
    const showsReceipts = my?.readReceipts === true && their[i]?.readReceipts === true;
    return {
      kept: sides[i],
      side: toSide(sides[i], shelves[i]),
      theirs: { received: told.received, read: showsReceipts ? told.read : 0 },
    };
  });
}

/**
 * A page of the entries of my conversation with somebody: those after a number, before one, or the newest; with these, as
 * they are how a client begins with a conversation, both sides of it. What I had blocked is not in it.
 * @throws Refusal `unknown-person` if there are none because nobody has the name
 */
export async function readEntries(
  chat: ConversationPorts,
  me: string,
  query: EntriesQuery,
): Promise<EntriesPage> {
  const peer = query.with;
  const isBeginning = query.after === undefined && query.before === undefined;
  const [page, [side], [both]] = await Promise.all([
    readPage(chat, conversationOf(me, peer), query),
    isBeginning ? [] : chat.peers.sides([{ person: me, peer }]),
    isBeginning ? bothSides(chat, me, [peer]) : [],
  ]);
  if (page.entries.length === 0) await requirePerson(chat, peer);
  const entries = withoutBlocked(page.entries, peer, side ?? both?.kept);
  return { ...page, entries, ...(both && { side: both.side, theirs: both.theirs }) };
}

/** @throws Refusal `unknown-person` */
export async function requirePerson({ people }: Pick<Chat, 'people'>, name: string): Promise<void> {
  const [person] = await people.findAll([name]);
  if (!person) throw new Refusal('unknown-person');
}

/** @throws Refusal `unknown-person`, `person-gone` */
export async function requireThere({ people }: Pick<Chat, 'people'>, name: string): Promise<void> {
  const [person] = await people.findAll([name]);
  if (!person) throw new Refusal('unknown-person');
  if (person.gone) throw new Refusal('person-gone');
}

async function readPage(
  { entries }: Pick<Chat, 'entries'>,
  conversation: string,
  { after, before = Number.MAX_SAFE_INTEGER }: EntriesQuery,
): Promise<EntriesPage> {
  // One more than a page tells whether there are more.
  const limit = ENTRIES_PER_PAGE + 1;
  if (after === undefined) {
    const read = await entries.before(conversation, before, limit);
    return { entries: read.slice(-ENTRIES_PER_PAGE), more: read.length === limit };
  }
  const read = await entries.from(conversation, after + 1, limit, { strong: true });
  return { entries: read.slice(0, ENTRIES_PER_PAGE), more: read.length === limit };
}

/** The last entries of a conversation, ascending. */
export function newestEntries(
  { entries }: Pick<Chat, 'entries'>,
  conversation: string,
  limit: number,
): Promise<Entry[]> {
  return entries.before(conversation, Number.MAX_SAFE_INTEGER, limit);
}

/** Shown for a peer without a profile, so that the conversation is not lost with it. */
function nameless(name: string): Person {
  return { name, displayName: name };
}
