import { RECENT_ENTRIES } from '../protocol/limits.ts';
import type { ReportBody } from '../protocol/rest.ts';
import type { Session } from './account-ports.ts';
import { recordEvent } from './audit.ts';
import { conversationOf } from './conversation.ts';
import type { Chat } from './ports.ts';
import { newestEntries, requirePerson } from './reading.ts';

/**
 * Keeps, for those who run the chat, what somebody has sent to whoever reports it. The one who is reported is not told.
 * @throws Refusal `unknown-person`
 */
export async function report(
  chat: Pick<Chat, 'people' | 'entries' | 'reports' | 'clock' | 'audit' | 'caller'>,
  { person: by, id: session }: Session,
  { with: about }: ReportBody,
): Promise<void> {
  await requirePerson(chat, about);
  const newest = await newestEntries(chat, conversationOf(by, about), RECENT_ENTRIES);
  const entries = newest.filter(({ from }) => from === about);
  await chat.reports.add({ by, about, at: chat.clock.now(), entries });
  await recordEvent(chat, 'reported', { person: about, by, session });
}
