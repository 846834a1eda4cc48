import type { EndSessionBody } from '../../protocol/rest.ts';
import type { Session } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { endSession, endSessionsOf } from './end-sessions.ts';

/** Ends one of the sessions of the person whose session this is, or all others. One that is over already stays so. */
export async function revokeSessions(
  chat: Pick<Chat, 'audit' | 'caller'> & Parameters<typeof endSession>[0],
  { person, id: current }: Session,
  { id, others }: EndSessionBody,
): Promise<void> {
  if (others) {
    await endSessionsOf(chat, person, { except: current });
    return recordEvent(chat, 'session-revoked', { person, details: { which: 'all others' } });
  }
  const found = await chat.sessions.of(person, chat.clock.now());
  const meant = found.find(({ publicId }) => publicId === id);
  if (!meant) return;
  await endSession(chat, meant);
  await recordEvent(chat, 'session-revoked', { person, session: meant.id });
}
