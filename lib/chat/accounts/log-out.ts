import type { Session } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { endSession } from './end-sessions.ts';

/** Ends the session on the server, so that a copy of its cookie is worth nothing. */
export async function logOut(
  chat: Pick<Chat, 'audit' | 'caller'> & Parameters<typeof endSession>[0],
  session: Session,
): Promise<void> {
  await endSession(chat, session);
  // Last: nobody is to be kept from logging out by this.
  await recordEvent(chat, 'logged-out', { person: session.person, session: session.id });
}
