import type { Mark } from '../protocol/client-frames.ts';
import type { Entry } from '../protocol/entries.ts';
import type { Marked } from '../protocol/server-frames.ts';
import type { ConnectionIdentity } from './connection-ports.ts';
import { conversationOf } from './conversation.ts';
import { otherDevices } from './deliver.ts';
import type { Chat } from './ports.ts';
import { type Pushed, pushFrames } from './push-frames.ts';
import { Refusal } from './refusal.ts';
import { bothShow, isOpen, relationOf } from './relation.ts';
import { toSide } from './side.ts';
import { type KeptSide, NEW_SIDE, type Shelf } from './side-ports.ts';

type MarkPorts = Pick<Chat, 'entries' | 'peers' | 'shelves' | 'preferences' | 'clock'> &
  Parameters<typeof pushFrames>[0];

/**
 * Notes up to where the sender has received and read a conversation, in one write, and tells their other devices and,
 * as far as it is to be known, the other person's. Marks never move back.
 * @throws Refusal `unknown-entry` for one beyond the end of the log
 */
export async function mark(
  chat: MarkPorts,
  sender: ConnectionIdentity,
  { id, with: name, received = 0, read = 0 }: Mark,
): Promise<Marked> {
  const me = sender.person;
  const key = { person: me, peer: name };
  const [relation, devices, [shelf], readMessages] = await Promise.all([
    relationOf(chat, me, name),
    otherDevices(chat, [me, name], sender.connectionId),
    chat.shelves.of([key]),
    requireMarked(chat, conversationOf(me, name), received, read),
  ]);
  const isTold = isOpen(relation.mine);
  const told = { received: isTold, read: isTold && bothShow(relation, 'readReceipts') };
  const marks = { received, read, readMessages, told };
  const { side, moved } = await chat.peers.mark(key, marks, relation.mine ?? NEW_SIDE);
  if (moved) {
    const frames = devices.flatMap(({ person, connectionId }): Pushed[] => {
      if (person === me) return [{ person, connectionId, frame: changed(name, side, shelf) }];
      return isTold ? [{ person, connectionId, frame: receipt(me, side, told) }] : [];
    });
    await pushFrames(chat, frames);
  }
  return { action: 'marked', id, with: name, received: side.received, read: side.read };
}

/** How many messages the log has up to the one that is read. */
async function requireMarked(
  { entries }: Pick<Chat, 'entries'>,
  conversation: string,
  received: number,
  read: number,
): Promise<number> {
  const seqs = [...new Set([received, read])].filter((seq) => seq > 0);
  const found = await entries.find(seqs.map((seq) => ({ conversation, seq })));
  const entryAt = (seq: number): Entry | undefined => found.find((it) => it.seq === seq)?.entry;
  for (const [field, seq] of Object.entries({ received, read })) {
    if (seq > 0 && !entryAt(seq)) throw new Refusal('unknown-entry', { field });
  }
  return entryAt(read)?.messages ?? 0;
}

function changed(name: string, side: KeptSide, shelf: Shelf | undefined) {
  return { action: 'side-changed', with: name, side: toSide(side, shelf) } as const;
}

function receipt(me: string, { told }: KeptSide, isTold: { read: boolean }) {
  return {
    action: 'receipt',
    with: me,
    received: told.received,
    ...(isTold.read && { read: told.read }),
  } as const;
}
