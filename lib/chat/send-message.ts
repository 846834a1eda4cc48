import type { SendMessage } from '../protocol/client-frames.ts';
import { type Entry, isMessage } from '../protocol/entries.ts';
import type { Stored } from '../protocol/server-frames.ts';
import { append, readTail, type Saying } from './append.ts';
import type { Connection, ConnectionIdentity } from './connection-ports.ts';
import { conversationOf } from './conversation.ts';
import { deliver, otherDevices } from './deliver.ts';
import { countNewConversation } from './new-conversations.ts';
import { notify } from './notify.ts';
import type { Chat } from './ports.ts';
import { requireThere } from './reading.ts';
import { Refusal } from './refusal.ts';
import { storedAnswer } from './stored-answer.ts';
import { touchPeers } from './touch-peers.ts';

type TellPorts = Parameters<typeof deliver>[0] & Parameters<typeof notify>[0];

/**
 * Stores the messages of a frame, each exactly once, tells the other devices of both people, or the recipient's
 * closed ones if none is there, and answers with their places in the log.
 * @throws Refusal `unknown-person`, `person-gone`, `unknown-after`, `unknown-entry`, `behind`, `busy`,
 *   `too-many-new-conversations`
 */
export async function sendMessage(
  chat: Pick<Chat, 'people' | 'peers' | 'entries' | 'random'> &
    TellPorts &
    Parameters<typeof countNewConversation>[0],
  sender: ConnectionIdentity,
  { id, to, after, messages }: SendMessage,
): Promise<Stored> {
  const from = sender.person;
  const both = [from, to] as const;
  const conversation = conversationOf(...both);

  const [tail, devices] = await Promise.all([
    readTail(chat, conversation, after),
    otherDevices(chat, both, sender.connectionId),
    // A conversation that has an entry has had both people; only the first message needs the look-up.
    after === 0 && requireThere(chat, to),
  ]);
  if (tail.length === 0 && to !== from) await countNewConversation(chat, from, to);
  const check = (read: readonly Entry[]) => requireAnswered(messages, read);
  const prepare = (entry: Entry, last?: Entry) => touchPeers(chat, both, entry, last);
  const sayings = messages.map(toSaying);
  const entries = await append(chat, conversation, { from, after, sayings, check, prepare }, tail);
  await tell(chat, both, entries, devices);
  return storedAnswer(id, to, entries);
}

function toSaying({ clientId, text, replyTo, forwarded }: SendMessage['messages'][number]): Saying {
  return {
    kind: 'message',
    clientId,
    text,
    ...(replyTo !== undefined && { replyTo }),
    ...(forwarded !== undefined && { forwarded }),
  };
}

/**
 * Without a look-up, which each message would pay for: the log has no hole, so that what is not beyond its end is there.
 * @throws Refusal `unknown-entry` for an answer to what is not there, or, as far as the tail goes, is no message
 */
function requireAnswered(messages: SendMessage['messages'], tail: readonly Entry[]): void {
  const last = tail.at(-1)?.seq ?? 0;
  messages.forEach(({ replyTo }, i) => {
    if (replyTo === undefined) return;
    const answered = tail.find(({ seq }) => seq === replyTo);
    if (replyTo > last || (answered && answered.kind !== 'message')) {
      throw new Refusal('unknown-entry', { field: `messages.${i}.replyTo` });
    }
  });
}

/** Whoever has the chat open has seen it there; who has not is told of the last one, on the devices that may ring. */
async function tell(
  chat: TellPorts,
  both: readonly [from: string, to: string],
  entries: readonly Entry[],
  devices: readonly Connection[],
): Promise<void> {
  const reached = await deliver(chat, both, entries, devices);
  const [, to] = both;
  const last = entries.at(-1);
  if (isMessage(last) && !reached.has(to)) await notify(chat, to, last);
}
