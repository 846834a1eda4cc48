import type { Peer, Peers } from '../../chat/ports.ts';
import { peerCursor, readPeerCursor } from '../cursors.ts';

export function memoryPeers(): Peers {
  const peersOf = new Map<string, Map<string, Peer>>();

  return {
    async touch(person, peer, activeAt) {
      const peers = peersOf.get(person) ?? new Map<string, Peer>();
      const known = peers.get(peer)?.activeAt ?? 0;
      peersOf.set(person, peers.set(peer, { peer, activeAt: Math.max(known, activeAt) }));
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
  };
}

function latestFirst(one: Peer, other: Peer): number {
  if (one.activeAt !== other.activeAt) return other.activeAt - one.activeAt;
  if (one.peer === other.peer) return 0;
  return one.peer < other.peer ? 1 : -1;
}
