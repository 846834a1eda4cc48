import type { Watch as WatchFrame } from '../protocol/client-frames.ts';
import { LEASE_MS } from '../protocol/limits.ts';
import type { Presence, PresenceTold } from '../protocol/server-frames.ts';
import type { ConnectionIdentity, Watch } from './connection-ports.ts';
import type { Chat } from './ports.ts';
import { pushFrames } from './push-frames.ts';
import { bothShow, isOpen, relationOf } from './relation.ts';

type TellPorts = Pick<Chat, 'clock'> & Parameters<typeof pushFrames>[0];

/**
 * Notes which conversation is open on a connection, in place of the one that was, so that it is told of the other
 * person's presence and typing from now on; answers the presence, as far as the watcher may know of it.
 */
export async function watch(
  chat: Pick<Chat, 'connections' | 'watches' | 'peers' | 'preferences' | 'clock'>,
  { person, connectionId }: ConnectionIdentity,
  { id, with: name }: WatchFrame,
): Promise<PresenceTold> {
  const before = await chat.connections.watch(person, connectionId, name ?? undefined);
  if (before !== undefined && before !== name) await chat.watches.remove(before, connectionId);
  const told = { action: 'presence', id, with: name } as const;
  if (name === null || name === person) return told;

  const relation = await relationOf(chat, person, name);
  if (!isOpen(relation.mine)) {
    await chat.watches.remove(name, connectionId);
    return told;
  }
  const seesPresence = isOpen(relation.theirs) && bothShow(relation, 'presence');
  const leaseEndsAt = chat.clock.now() + LEASE_MS;
  await chat.watches.add({ watched: name, watcher: person, connectionId, seesPresence, leaseEndsAt });
  return seesPresence ? { ...told, presence: await presenceOf(chat, name) } : told;
}

/** Tells those who have somebody's conversation open, and may know it, of a change of their presence. */
export async function tellPresence(chat: TellPorts, person: string, presence: Presence): Promise<void> {
  const watches = await chat.watches.of(person, chat.clock.now());
  await tellWatchers(
    chat,
    watches.filter(({ seesPresence }) => seesPresence),
    presence,
  );
}

/** Lets watchers know nothing more of whom they watch, until they watch again and may. */
export async function hidePresence(chat: TellPorts, watches: readonly Watch[]): Promise<void> {
  const seeing = watches.filter(({ seesPresence }) => seesPresence);
  await Promise.all(seeing.map((each) => chat.watches.add({ ...each, seesPresence: false })));
  await tellWatchers(chat, seeing);
}

/** Hides what somebody sees of others: whoever hides their own presence is not told of anybody's. */
export async function hideOthersPresence(chat: TellPorts, person: string): Promise<void> {
  const now = chat.clock.now();
  const connections = await chat.connections.live(person, now);
  const watched = new Set(connections.flatMap(({ watching }) => (watching === undefined ? [] : [watching])));
  for (const name of watched) {
    const watches = await chat.watches.of(name, now);
    await hidePresence(
      chat,
      watches.filter(({ watcher }) => watcher === person),
    );
  }
}

async function tellWatchers(chat: TellPorts, watches: readonly Watch[], presence?: Presence): Promise<void> {
  const frames = watches.map(({ watched, watcher, connectionId }) => ({
    person: watcher,
    connectionId,
    frame: { action: 'presence', with: watched, ...(presence && { presence }) } as const,
  }));
  await pushFrames(chat, frames);
}

async function presenceOf(
  { connections, clock }: Pick<Chat, 'connections' | 'clock'>,
  person: string,
): Promise<Presence> {
  const live = await connections.live(person, clock.now());
  if (live.length > 0)
    return { online: true, until: Math.max(...live.map(({ leaseEndsAt }) => leaseEndsAt)) };
  const lastSeen = await connections.lastSeen(person);
  return { online: false, ...(lastSeen !== undefined && { lastSeen }) };
}
