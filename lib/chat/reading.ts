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
import { conversationOf } from './conversation.ts';
import type { Chat } from './ports.ts';
import { Refusal } from './refusal.ts';

/** Everybody whose name begins with the prefix, a page at a time. */
export async function listPeople(
  chat: Pick<Chat, 'people'>,
  { prefix, cursor }: PeopleQuery,
): Promise<PeoplePage> {
  const { items, ...next } = await chat.people.list(prefix, { cursor, limit: PEOPLE_PER_PAGE });
  return { people: items, ...next };
}

/** My conversations, the latest active first, each with its newest entries. */
export async function listConversations(
  chat: Pick<Chat, 'people' | 'peers' | 'entries'>,
  me: string,
  { cursor }: ConversationsQuery = {},
): Promise<ConversationsPage> {
  const { items, ...next } = await chat.peers.list(me, { cursor, limit: CONVERSATIONS_PER_PAGE });
  const names = items.map(({ peer }) => peer);
  const [people, tails] = await Promise.all([
    chat.people.findAll(names),
    Promise.all(names.map((name) => newestEntries(chat, conversationOf(me, name), RECENT_ENTRIES))),
  ]);
  const byName = new Map(people.map((person) => [person.name, person]));
  const conversations = names.map((name, i) => describe(byName.get(name) ?? nameless(name), tails[i]));
  return { conversations: conversations.filter(({ entries }) => entries.length > 0), ...next };
}

/**
 * A page of the entries of my conversation with somebody: those after a number, before one, or the newest.
 * @throws Refusal `yourself-as-recipient`; `unknown-person` if there are none because nobody has the name
 */
export async function readEntries(
  chat: Pick<Chat, 'people' | 'entries'>,
  me: string,
  query: EntriesQuery,
): Promise<EntriesPage> {
  if (query.with === me) throw new Refusal('yourself-as-recipient', { field: 'with' });
  const page = await readPage(chat, conversationOf(me, query.with), query);
  if (page.entries.length === 0) await requirePerson(chat, query.with);
  return page;
}

/** @throws Refusal `unknown-person` */
export async function requirePerson({ people }: Pick<Chat, 'people'>, name: string): Promise<void> {
  const [person] = await people.findAll([name]);
  if (!person) throw new Refusal('unknown-person');
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

function newestEntries({ entries }: Pick<Chat, 'entries'>, conversation: string, limit: number) {
  return entries.before(conversation, Number.MAX_SAFE_INTEGER, limit);
}

function describe(person: Person, entries: Conversation['entries'] = []): Conversation {
  return { with: person, entries };
}

/** Shown for a peer without a profile, so that the conversation is not lost with it. */
function nameless(name: string): Person {
  return { name, displayName: name };
}
