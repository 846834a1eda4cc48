import type { OperatorStore, Store } from '../../chat/ports.ts';
import { memoryAudit } from './audit.ts';
import { memoryConnections } from './connections.ts';
import { memoryEntries } from './entries.ts';
import { memoryPeers } from './peers.ts';
import { memoryPeople } from './people.ts';
import { memoryPreferences } from './preferences.ts';
import { memoryPushSubscriptions } from './push-subscriptions.ts';
import { memoryReports } from './reports.ts';
import { memorySessions } from './sessions.ts';
import { memoryShelves } from './shelves.ts';
import { memoryTickets } from './tickets.ts';
import { memoryWatches } from './watches.ts';

/** Keeps everything in this process, for tests and measurements of what is not the store. */
export function memoryStore(): Store & OperatorStore {
  const audit = memoryAudit();
  const reports = memoryReports();
  return {
    people: memoryPeople(),
    sessions: memorySessions(),
    peers: memoryPeers(),
    entries: memoryEntries(),
    shelves: memoryShelves(),
    preferences: memoryPreferences(),
    reports,
    connections: memoryConnections(),
    watches: memoryWatches(),
    tickets: memoryTickets(),
    pushSubscriptions: memoryPushSubscriptions(),
    audit,
    auditTrail: audit,
    reportReview: reports,
  };
}
