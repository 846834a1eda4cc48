import type { DepartureEntry, Entry } from '../../protocol/entries.ts';
import { conversationOf } from '../conversation.ts';
import { deliver, otherDevices } from '../deliver.ts';
import type { Chat } from '../ports.ts';
import { newestEntries } from '../reading.ts';
import type { SideKey } from '../side-ports.ts';

/** So many are looked through at a time. */
const ENTRIES_AT_A_TIME = 100;

/** On the other device nobody stands who could send it: there is no client that it could meet in the log. */
const NO_DEVICE = '';

type ErasePorts = Pick<Chat, 'entries' | 'erasure' | 'peers' | 'people' | 'random'> &
  Parameters<typeof deliver>[0] &
  Parameters<typeof otherDevices>[0];

/**
 * Ends the log of a conversation with somebody's departure, tells the other one, and takes all that they have said out
 * of it. What the other one has said stays.
 *
 * The departure comes first: what they were just sending is in the log before it, and is taken out with the rest, or
 * comes too late.
 * @param from the first entry that may have something of theirs
 * @returns whether it was done before the time
 */
export async function eraseConversation(
  chat: ErasePorts,
  key: SideKey,
  from: number,
  until: number,
): Promise<boolean> {
  const { person, peer } = key;
  const conversation = conversationOf(person, peer);
  await depart(chat, key, conversation);
  let seq = from;
  for (;;) {
    const entries = await chat.entries.from(conversation, seq, ENTRIES_AT_A_TIME, { strong: true });
    const last = entries.at(-1);
    if (!last) return true;
    await takeOut(
      chat,
      conversation,
      entries.filter((entry) => entry.from === person),
    );
    seq = last.seq + 1;
    if (entries.length < ENTRIES_AT_A_TIME) return true;
    await chat.erasure.noteDone(person, { peer, seq: last.seq });
    if (chat.clock.now() >= until) return false;
  }
}

async function takeOut(
  { entries: log }: Pick<Chat, 'entries'>,
  conversation: string,
  entries: readonly Entry[],
): Promise<void> {
  const seqsOf = (isMeant: (entry: Entry) => boolean) => entries.filter(isMeant).map(({ seq }) => seq);
  await log.scrub(
    conversation,
    seqsOf((entry) => (entry.kind === 'message' || entry.kind === 'edit') && entry.text !== ''),
  );
  await log.unreact(
    conversation,
    seqsOf((entry) => entry.kind === 'reaction' && entry.emoji !== null),
  );
}

/** Appends the departure, unless one of the two has left before; also to a log that has nothing yet. */
async function depart(chat: ErasePorts, key: SideKey, conversation: string): Promise<void> {
  const both = [key.person, key.peer] as const;
  for (;;) {
    const [last] = await newestEntries(chat, conversation, 1);
    if (last?.kind === 'departure') return moveUp(chat, key, last);
    const departure: DepartureEntry = {
      kind: 'departure',
      seq: (last?.seq ?? 0) + 1,
      from: key.person,
      clientId: chat.random.secret(),
      at: Math.max(chat.clock.now(), last?.at ?? 0),
      messages: last?.messages ?? 0,
    };
    // Whoever was faster has appended something that ends somewhere: the next round is behind it.
    if (await chat.entries.put(conversation, departure)) continue;
    if (last) await deliver(chat, both, [departure], await otherDevices(chat, both, NO_DEVICE));
    return moveUp(chat, key, departure);
  }
}

/** Whoever was away while it happened catches up with the latest conversations, until one is older than what they know. */
async function moveUp(
  { peers, people }: Pick<Chat, 'peers' | 'people'>,
  { person, peer }: SideKey,
  { seq, from, at }: Entry,
): Promise<void> {
  if (seq === 1 || from !== person || peer === person) return;
  const [other] = await people.findAll([peer]);
  if (other && !other.gone) await peers.touch(peer, person, at);
}
