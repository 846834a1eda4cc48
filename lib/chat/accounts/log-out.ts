import type { Session } from '../account-ports.ts';
import { endSession } from './end-sessions.ts';

/** Ends the session on the server, so that a copy of its cookie is worth nothing. */
export async function logOut(chat: Parameters<typeof endSession>[0], session: Session): Promise<void> {
  await endSession(chat, session);
}
