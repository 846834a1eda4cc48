import { type KeptSide, NEW_SIDE, type Peer, type Peers, type SideKey } from '../../chat/side-ports.ts';
import { peerCursor, readPeerCursor } from '../cursors.ts';
import { raised } from '../sides.ts';
import type { Forgetful, ForgetfulOfConversations } from './erasure.ts';

export function memoryPeers(): Peers & Forgetful & ForgetfulOfConversations {
  const peersOf = new Map<string, Map<string, Peer>>();
  const sides = new Map<string, KeptSide>();
  const knownRequests = new Set<string>();
  const keyOf = ({ person, peer }: SideKey) => `${person}/${peer}`;
  const sideOf = (key: SideKey) => sides.get(keyOf(key)) ?? NEW_SIDE;
  const keep = (key: SideKey, side: KeptSide) => {
    sides.set(keyOf(key), side);
    return side;
  };

  return {
    async touch(person, peer, activeAt, { request } = { request: false }) {
      const peers = peersOf.get(person) ?? new Map<string, Peer>();
      const known = peers.get(peer)?.activeAt ?? 0;
      if (activeAt <= known) return;
      peersOf.set(person, peers.set(peer, { peer, activeAt }));
      const key = { person, peer };
      const isNew = request && !knownRequests.has(keyOf(key));
      if (isNew) knownRequests.add(keyOf(key));
      keep(key, { ...sideOf(key), ...(isNew && { request: true }) });
    },

    async list(person, { cursor, limit }) {
      const start = cursor === undefined ? undefined : readPeerCursor(cursor);
      const peers = [...(peersOf.get(person)?.values() ?? [])]
        .filter((peer) => !start || latestFirst(peer, start) > 0)
        .sort(latestFirst);
      const items = peers.slice(0, limit);
      const last = items.at(-1);
      return { items, ...(last && peers.length > limit && { next: peerCursor(last) }) };
    },

    forgetConversation(key) {
      peersOf.get(key.person)?.delete(key.peer);
      sides.delete(keyOf(key));
      knownRequests.delete(keyOf(key));
    },

    forget(person) {
      const hasConversation = (key: string) => peersOf.get(person)?.has(key.slice(person.length + 1));
      for (const keys of [sides, knownRequests]) {
        for (const key of keys.keys()) {
          if (key.startsWith(`${person}/`) && !hasConversation(key)) keys.delete(key);
        }
      }
    },

    async sides(keys) {
      return keys.map((key) => sides.get(keyOf(key)));
    },

    async mark(key, marks) {
      const before = sideOf(key);
      const side = raised(before, marks);
      if (side !== before) keep(key, side);
      return { side, moved: side !== before };
    },

    async change(key, fields) {
      if (fields.request !== undefined) knownRequests.add(keyOf(key));
      const changed = Object.entries({ ...sideOf(key), ...fields }).filter(([, value]) => value !== null);
      return keep(key, { blocks: [], ...Object.fromEntries(changed) } as unknown as KeptSide);
    },
  };
}

function latestFirst(one: Peer, other: Peer): number {
  if (one.activeAt !== other.activeAt) return other.activeAt - one.activeAt;
  if (one.peer === other.peer) return 0;
  return one.peer < other.peer ? 1 : -1;
}
