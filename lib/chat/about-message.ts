import type { DeleteMessage, EditMessage, React } from '../protocol/client-frames.ts';
import { type Entry, isMessage } from '../protocol/entries.ts';
import type { Stored } from '../protocol/server-frames.ts';
import { append, readTail, type Saying } from './append.ts';
import type { ConnectionIdentity } from './connection-ports.ts';
import { conversationOf } from './conversation.ts';
import { deliver, otherDevices } from './deliver.ts';
import type { Chat } from './ports.ts';
import { Refusal } from './refusal.ts';
import { storedAnswer } from './stored-answer.ts';
import { touchPeers } from './touch-peers.ts';

type Frame = EditMessage | DeleteMessage | React;

export type AboutMessagePorts = Pick<Chat, 'entries' | 'peers' | 'random' | 'clock'> &
  Parameters<typeof deliver>[0];

interface Story {
  readonly saying: Saying;
  /** Whether only who wrote the message may do it. */
  readonly isForAuthor: boolean;
  /** What has to be done before the entry is there. It may have been done, and no entry put. */
  readonly prepare?: (conversation: string, entry: Entry) => Promise<void>;
  /** What has to be done, again on every repeat, before anybody is told. */
  readonly settle?: (conversation: string, entry: Entry) => Promise<void>;
}

/**
 * Appends an entry about a message, exactly once, tells the other devices of both people, and answers with its place.
 * @throws Refusal `unknown-entry`, `not-yours`, `message-deleted`, `unknown-after`, `behind`, `busy`
 */
export async function appendAboutMessage(
  chat: AboutMessagePorts,
  sender: ConnectionIdentity,
  { id, with: name, after, target }: Frame,
  { saying, isForAuthor, prepare, settle }: Story,
): Promise<Stored> {
  const from = sender.person;
  const both = [from, name] as const;
  const conversation = conversationOf(...both);
  const [tail, devices, found] = await Promise.all([
    readTail(chat, conversation, after),
    otherDevices(chat, both, sender.connectionId),
    chat.entries.find([{ conversation, seq: target }]),
  ]);
  const check = (read: readonly Entry[]) => {
    const message = found[0]?.entry;
    if (!isMessage(message)) throw new Refusal('unknown-entry', { field: 'target' });
    if (isForAuthor && message.from !== from) throw new Refusal('not-yours', { field: 'target' });
    // A text that is gone, and no deletion behind it: one that ended in between, and is to be ended now.
    const isDeleted = read.some((entry) => entry.kind === 'deletion' && entry.target === target);
    const isGone = message.gone !== undefined && saying.kind !== 'deletion';
    if (isGone || isDeleted) throw new Refusal('message-deleted', { field: 'target' });
  };
  const prepareAll = async (next: Entry, last?: Entry) => {
    await Promise.all([touchPeers(chat, both, next, last), prepare?.(conversation, next)]);
  };
  const draft = { from, after, sayings: [saying], check, prepare: prepareAll };
  const entries = await append(chat, conversation, draft, tail);
  const [entry] = entries;
  if (entry) await settle?.(conversation, entry);
  await deliver(chat, both, entries, devices);
  return storedAnswer(id, name, entries);
}
