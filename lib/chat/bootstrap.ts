import type { Bootstrap } from '../protocol/rest.ts';
import type { Session } from './account-ports.ts';
import { issueTicket } from './connecting.ts';
import type { Chat } from './ports.ts';
import { describe, listConversations, listPeople } from './reading.ts';
import { Refusal } from './refusal.ts';
import { toPreferences } from './side.ts';
import { NEW_PREFERENCES } from './side-ports.ts';

/**
 * All that a client needs to begin: who I am, everybody's first page, my conversations, and a ticket for a socket.
 * @param socketUrl where the ticket is good
 * @param pushKey by which browsers know this server's pushes, where there are any; a computer that others use gets none
 * @throws Refusal `not-signed-in` if the session's person is gone
 */
export async function bootstrap(
  chat: Parameters<typeof describe>[0] & Pick<Chat, 'tickets' | 'clock' | 'random'>,
  session: Session,
  socketUrl: string,
  pushKey?: string,
): Promise<Bootstrap> {
  const [[me], people, conversations, ticket, [kept = NEW_PREFERENCES]] = await Promise.all([
    chat.people.findAll([session.person]),
    listPeople(chat, { prefix: '' }),
    listConversations(chat, session.person),
    issueTicket(chat, session),
    chat.preferences.of([session.person]),
  ]);
  if (!me || me.gone) throw new Refusal('not-signed-in');
  const listed = new Set(conversations.conversations.map(({ with: { name } }) => name));
  const pinned = await describe(
    chat,
    session.person,
    kept.pinned.filter((name) => !listed.has(name)),
  );
  return {
    me,
    people,
    conversations,
    pinned,
    preferences: toPreferences(kept),
    ...(kept.blocked.length > 0 && { blocked: kept.blocked }),
    socket: { url: socketUrl, ticket: ticket.secret },
    ...(session.sharedComputer ? { sharedComputer: true } : pushKey !== undefined && { pushKey }),
  };
}
