import type { ChangeSide } from '../protocol/client-frames.ts';
import { isMessage } from '../protocol/entries.ts';
import { MAX_BLOCKED, MAX_HIDDEN, MAX_PINNED, MAX_STARRED } from '../protocol/limits.ts';
import type { SideChanged } from '../protocol/server-frames.ts';
import { blocked, unblocked } from './blocks.ts';
import { renewLease } from './connecting.ts';
import type { ConnectionIdentity } from './connection-ports.ts';
import { conversationOf } from './conversation.ts';
import type { Chat } from './ports.ts';
import { hidePresence } from './presence.ts';
import type { pushFrames } from './push-frames.ts';
import { newestEntries, requirePerson } from './reading.ts';
import { Refusal } from './refusal.ts';
import { tellOwnDevices, toSide } from './side.ts';
import type { SideFields, SideKey } from './side-ports.ts';

type ChangePorts = Pick<Chat, 'people' | 'peers' | 'shelves' | 'preferences' | 'entries' | 'clock'> &
  Parameters<typeof pushFrames>[0];

/**
 * Changes the sender's own side of a conversation, tells their other devices, and answers it as it is now. The other
 * person is told of none of it.
 * @throws Refusal `unknown-person`, `unknown-entry`, `too-many`, `invalid-request`
 */
export async function changeSide(
  chat: ChangePorts,
  sender: ConnectionIdentity,
  { action: _, id, with: name, ...change }: ChangeSide,
): Promise<SideChanged> {
  const key = { person: sender.person, peer: name };
  if (name === sender.person && change.blocked) {
    throw new Refusal('invalid-request', { message: 'One cannot block oneself.', field: 'blocked' });
  }
  await requirePerson(chat, name);
  await changeShelf(chat, key, change);
  const last = await lastSeqIfNeeded(chat, key, change);
  if (change.accepted) await noteAccepted(chat, key);
  await changeLists(chat, key, change);
  const kept = await chat.peers.change(key, await fieldsOf(chat, key, change, last));
  if (change.blocked !== undefined) await applyBlock(chat, key, change.blocked);

  const [shelf] = await chat.shelves.of([key]);
  const side = toSide(kept, shelf);
  await tellOwnDevices(chat, sender, { action: 'side-changed', with: name, side });
  return { action: 'side-changed', id, with: name, side };
}

/** Whoever is accepted by somebody may begin more conversations from then on. */
async function noteAccepted(
  { peers, preferences }: Pick<Chat, 'peers' | 'preferences'>,
  key: SideKey,
): Promise<void> {
  const [side] = await peers.sides([key]);
  if (side?.request) await preferences.change(key.peer, { isAccepted: true });
}

type Changes = Omit<ChangeSide, 'action' | 'id' | 'with'>;

async function changeShelf(
  chat: Pick<Chat, 'shelves' | 'entries'>,
  key: SideKey,
  { star, unstar, hide }: Changes,
): Promise<void> {
  await requireMessages(chat, key, { star, hide });
  const kept = await Promise.all([
    star && chat.shelves.put(key, 'starred', star, MAX_STARRED),
    hide && chat.shelves.put(key, 'hidden', hide, MAX_HIDDEN),
  ]);
  if (kept.includes(false)) throw new Refusal('too-many');
  if (unstar) await chat.shelves.take(key, 'starred', unstar);
}

async function requireMessages(
  { entries }: Pick<Chat, 'entries'>,
  { person, peer }: SideKey,
  shelves: Pick<Changes, 'star' | 'hide'>,
): Promise<void> {
  const conversation = conversationOf(person, peer);
  for (const [field, seqs = []] of Object.entries(shelves)) {
    const found = await entries.find(seqs.map((seq) => ({ conversation, seq })));
    const messages = new Set(found.filter(({ entry }) => isMessage(entry)).map(({ seq }) => seq));
    if (seqs.some((seq) => !messages.has(seq))) throw new Refusal('unknown-entry', { field });
  }
}

/** Where the log ends, if that is a part of what is changed. */
async function lastSeqIfNeeded(
  chat: Pick<Chat, 'entries'>,
  { person, peer }: SideKey,
  { archived, blocked }: Changes,
): Promise<number> {
  if (!archived && blocked === undefined) return 0;
  const [last] = await newestEntries(chat, conversationOf(person, peer), 1);
  return last?.seq ?? 0;
}

/** The lists come first: a pin or block that is on none would not be found again. */
async function changeLists(
  { preferences }: Pick<Chat, 'preferences'>,
  { person, peer }: SideKey,
  { pinned, blocked }: Changes,
): Promise<void> {
  const lists = [
    { list: 'pinned', isOn: pinned, limit: MAX_PINNED },
    { list: 'blocked', isOn: blocked, limit: MAX_BLOCKED },
  ] as const;
  for (const { list, isOn, limit } of lists) {
    if (isOn === false) await preferences.remove(person, list, peer);
    if (isOn && !(await preferences.add(person, list, peer, limit))) {
      throw new Refusal('too-many', { field: list });
    }
  }
}

async function fieldsOf(
  { peers, clock }: Pick<Chat, 'peers' | 'clock'>,
  key: SideKey,
  { unread, pinned, mutedUntil, archived, blocked: blocks, accepted }: Changes,
  last: number,
): Promise<SideFields> {
  const fields = {
    ...(unread !== undefined && { unread: unread || null }),
    ...(pinned !== undefined && { pinnedAt: pinned ? clock.now() : null }),
    ...(mutedUntil !== undefined && { mutedUntil: mutedUntil === 0 ? null : mutedUntil }),
    ...(archived !== undefined && { archivedAt: archived ? last : null }),
    ...(accepted && { request: null }),
  } satisfies SideFields;
  if (blocks === undefined) return fields;
  const [side] = await peers.sides([key]);
  const before = side?.blocks ?? [];
  return { ...fields, blocks: blocks ? blocked(before, last) : unblocked(before, last) };
}

/** From now on nothing of theirs is pushed to the one who blocks, and nothing of the one who blocks is told to them. */
async function applyBlock(chat: ChangePorts, { person, peer }: SideKey, isBlocked: boolean): Promise<void> {
  const now = chat.clock.now();
  const connections = await chat.connections.live(person, now);
  await Promise.all(connections.map((connection) => renewLease(chat, connection)));
  if (!isBlocked) return;
  const [ofMe, ofThem] = await Promise.all([chat.watches.of(person, now), chat.watches.of(peer, now)]);
  await hidePresence(
    chat,
    ofMe.filter(({ watcher }) => watcher === peer),
  );
  const mine = ofThem.filter(({ watcher }) => watcher === person);
  await Promise.all(mine.map(({ watched, connectionId }) => chat.watches.remove(watched, connectionId)));
}
