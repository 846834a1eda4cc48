import type { Store } from '../../chat/ports.ts';
import { memoryConnections } from './connections.ts';
import { memoryEntries } from './entries.ts';
import { memoryPeers } from './peers.ts';
import { memoryPeople } from './people.ts';
import { memoryPushSubscriptions } from './push-subscriptions.ts';
import { memorySessions } from './sessions.ts';
import { memoryTickets } from './tickets.ts';

/** Keeps everything in this process, for tests and measurements of what is not the store. */
export function memoryStore(): Store {
  return {
    people: memoryPeople(),
    sessions: memorySessions(),
    peers: memoryPeers(),
    entries: memoryEntries(),
    connections: memoryConnections(),
    tickets: memoryTickets(),
    pushSubscriptions: memoryPushSubscriptions(),
  };
}
