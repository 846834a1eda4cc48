import type { Session } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { endPushSubscriptions } from '../push-subscriptions.ts';

/** Ends the session on the server, so that a copy of its cookie is worth nothing and its devices are told nothing more. */
export async function logOut(
  chat: Pick<Chat, 'sessions' | 'pushSubscriptions' | 'clock' | 'audit' | 'caller'>,
  session: Session,
): Promise<void> {
  // Before the session: a log-out that fails halfway can be tried again only while that lives.
  await endPushSubscriptions(chat, session);
  await chat.sessions.remove(session.person, session.id);
  // Last: nobody is to be kept from logging out by this.
  await recordEvent(chat, 'logged-out', { person: session.person, session: session.id });
}
