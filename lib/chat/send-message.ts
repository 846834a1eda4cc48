import type { SendMessage } from '../protocol/client-frames.ts';
import { type Entry, isMessage } from '../protocol/entries.ts';
import type { Stored } from '../protocol/server-frames.ts';
import { type Appended, append, readTail, type Saying } from './append.ts';
import type { Connection, ConnectionIdentity } from './connection-ports.ts';
import { conversationOf } from './conversation.ts';
import { deliver, otherDevices } from './deliver.ts';
import { countNewConversation } from './new-conversations.ts';
import { notify } from './notify.ts';
import type { Chat } from './ports.ts';
import { requireThere } from './reading.ts';
import { Refusal } from './refusal.ts';
import { storedAnswer } from './stored-answer.ts';

/** The list of conversations is ordered to the hour, so it is written at most once an hour per conversation. */
const ACTIVITY_STEP_MS = 60 * 60_000;

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
    after === 0 && begin(chat, from, to),
  ]);
  if (tail.length === 0 && to !== from) await countNewConversation(chat, from);
  const check = (read: readonly Entry[]) => requireAnswered(messages, read);
  const appended = await append(
    chat,
    conversation,
    { from, after, sayings: messages.map(toSaying), check },
    tail,
  );
  await Promise.all([touchPeers(chat, both, appended), tell(chat, both, appended.entries, devices)]);
  return storedAnswer(id, to, appended.entries);
}

/**
 * The sender has the conversation before there is anything in it: whoever erases an account finds by it what is to be erased.
 * @throws Refusal `unknown-person`, `person-gone`
 */
async function begin(
  chat: Pick<Chat, 'people' | 'peers' | 'clock'>,
  from: string,
  to: string,
): Promise<void> {
  await requireThere(chat, to);
  await chat.peers.touch(from, to, chat.clock.now());
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

/** Moves the conversation up in both people's lists when it begins or enters a new hour. */
async function touchPeers(
  { peers }: Pick<Chat, 'peers'>,
  [one, other]: readonly [string, string],
  { entries, tail }: Appended,
): Promise<void> {
  // Also for entries that were stored before: their first try may have ended between the put and this.
  const opening = entries.findLast((entry) => opensAnHour(entry, tail));
  if (!opening) return;
  // What somebody new has written waits until it is accepted.
  const request = opening.seq === 1 && one !== other;
  await Promise.all([
    // Of the first one, the sender's was touched before.
    opening.seq > 1 && peers.touch(one, other, opening.at),
    one !== other && peers.touch(other, one, opening.at, { request }),
  ]);
}

function opensAnHour(entry: Entry, tail: readonly Entry[]): boolean {
  if (entry.seq === 1) return true;
  const previous = tail.find(({ seq }) => seq === entry.seq - 1);
  return previous !== undefined && stepOf(previous.at) !== stepOf(entry.at);
}

function stepOf(at: number): number {
  return Math.floor(at / ACTIVITY_STEP_MS);
}
