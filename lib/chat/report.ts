import type { Entry } from '../protocol/entries.ts';
import { RECENT_ENTRIES } from '../protocol/limits.ts';
import type { ReportBody } from '../protocol/report.ts';
import type { Session } from './account-ports.ts';
import { recordEvent } from './audit.ts';
import { conversationOf } from './conversation.ts';
import type { Chat } from './ports.ts';
import { newestEntries, requirePerson } from './reading.ts';
import { Refusal } from './refusal.ts';

/**
 * Keeps, for those who run the chat, what somebody has sent to whoever reports it. The one who is reported is not told.
 * @throws Refusal `unknown-person`, `unknown-entry` if they have not written the message that it is about
 */
export async function report(
  chat: Pick<Chat, 'people' | 'entries' | 'reports' | 'clock' | 'audit' | 'caller'>,
  { person: by, id: session }: Session,
  { with: about, seq, reason, note }: ReportBody,
): Promise<void> {
  await requirePerson(chat, about);
  const conversation = conversationOf(by, about);
  const message = seq === undefined ? [] : [await requireMessage(chat, conversation, seq, about)];
  const newest = await newestEntries(chat, conversation, RECENT_ENTRIES);
  const theirs = newest.filter(({ from }) => from === about);
  // It may lie further up than the newest.
  const entries = [...message.filter((one) => !theirs.some((entry) => entry.seq === one.seq)), ...theirs];
  await chat.reports.add({
    by,
    about,
    at: chat.clock.now(),
    reason,
    ...(seq !== undefined && { seq }),
    ...(note !== undefined && { note }),
    entries,
  });
  await recordEvent(chat, 'reported', { person: about, by, session, details: { reason } });
}

async function requireMessage(
  { entries }: Pick<Chat, 'entries'>,
  conversation: string,
  seq: number,
  from: string,
): Promise<Entry> {
  const [found] = await entries.find([{ conversation, seq }]);
  if (found?.entry.kind !== 'message' || found.entry.from !== from) {
    throw new Refusal('unknown-entry', { field: 'seq' });
  }
  return found.entry;
}
