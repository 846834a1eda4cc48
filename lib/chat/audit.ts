import type { AuditEvent, AuditRecord } from './audit-ports.ts';
import type { Chat } from './ports.ts';

/** Of a session's id of 32 characters: 48 bits tell it from others, 144 are left to guess. */
const SESSION_BEGINNING = 8;

/**
 * Writes down, for those who run the chat, what has happened to an account, and whence. Fails if it can't: nobody is let
 * in, and nothing is changed, that would not be written down.
 * @param about.session the whole id; only its beginning is kept
 */
export async function recordEvent(
  { audit, clock, caller }: Pick<Chat, 'audit' | 'clock' | 'caller'>,
  event: AuditEvent,
  { session, ...about }: Pick<AuditRecord, 'person' | 'by' | 'session' | 'details'>,
): Promise<void> {
  await audit.record({
    at: clock.now(),
    event,
    ...about,
    ...(session !== undefined && { session: session.slice(0, SESSION_BEGINNING) }),
    ...caller,
  });
}
