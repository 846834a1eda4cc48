import * as v from 'valibot';
import type { Session } from '../../lib/chat/account-ports.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { logOut } from '../../lib/chat/accounts/log-out.ts';
import { requireSession } from '../../lib/chat/accounts/sessions.ts';
import { bootstrap } from '../../lib/chat/bootstrap.ts';
import { issueTicket } from '../../lib/chat/connecting.ts';
import type { Chat } from '../../lib/chat/ports.ts';
import { listConversations, listPeople, readEntries } from '../../lib/chat/reading.ts';
import { Refusal } from '../../lib/chat/refusal.ts';
import {
  ConversationsQuery,
  EntriesQuery,
  LogInBody,
  PeopleQuery,
  type SocketTicket,
} from '../../lib/protocol/rest.ts';
import { HERE } from '../../test/support/sessions.ts';

const SOCKET_URL = '/socket';

/** A request as it comes to the server; the session is the one that its cookie names. */
export interface Asked {
  readonly path: string;
  readonly query: Record<string, string>;
  readonly body: unknown;
  readonly session: Pick<Session, 'person' | 'id'> | undefined;
}

/** What is answered, and what becomes of the cookie: another session, or null where it is taken away. */
export interface Answered {
  readonly body?: unknown;
  readonly session?: Session | null;
}

/** Does what a request asks for, as the function does that its route leads to. @throws what that throws */
export async function answerToRequest(chat: Chat, asked: Asked): Promise<Answered> {
  const { path, query, body } = asked;
  if (path === '/api/log-in') {
    const { me, session } = await logIn(chat, v.parse(LogInBody, body), HERE);
    return { body: { me }, session };
  }
  const session = await requireSession(chat, asked.session ?? { person: 'nobody', id: 'none' });
  switch (path) {
    case '/api/log-out':
      await logOut(chat, session);
      return { session: null };
    case '/api/ticket':
      return { body: await newTicket(chat, session) };
    case '/api/bootstrap':
      return { body: await bootstrap(chat, session, SOCKET_URL) };
    case '/api/people':
      return { body: await listPeople(chat, v.parse(PeopleQuery, query)) };
    case '/api/conversations':
      return { body: await listConversations(chat, session.person, v.parse(ConversationsQuery, query)) };
    case '/api/entries':
      return { body: await readEntries(chat, session.person, v.parse(EntriesQuery, query)) };
    default:
      throw new Refusal('not-found');
  }
}

async function newTicket(chat: Chat, session: Session): Promise<SocketTicket> {
  return { url: SOCKET_URL, ticket: (await issueTicket(chat, session)).secret };
}
