import type { OperatorStore, SeldomUsed, Store } from '../../chat/ports.ts';
import { memoryAudit } from './audit.ts';
import { memoryConnections } from './connections.ts';
import { memoryEntries } from './entries.ts';
import { memoryErasure } from './erasure.ts';
import { memoryPasskeys } from './passkeys.ts';
import { memoryPeers } from './peers.ts';
import { type MemoryProfiles, memoryPeople } from './people.ts';
import { memoryPictures } from './pictures.ts';
import { memoryPreferences } from './preferences.ts';
import { memoryPushSubscriptions } from './push-subscriptions.ts';
import { memoryRecoveryCodes } from './recovery-codes.ts';
import { memoryReports } from './reports.ts';
import { memorySecondFactors } from './second-factors.ts';
import { memorySessions } from './sessions.ts';
import { memoryShelves } from './shelves.ts';
import { memorySpentChallenges } from './spent-challenges.ts';
import { memoryThrottle } from './throttle.ts';
import { memoryTickets } from './tickets.ts';
import { memoryWatches } from './watches.ts';

/** Keeps everything in this process, for tests and measurements of what is not the store. */
export function memoryStore(): Store & SeldomUsed & OperatorStore {
  const audit = memoryAudit();
  const reports = memoryReports();
  const profiles: MemoryProfiles = new Map();
  const ofConversations = { peers: memoryPeers(), shelves: memoryShelves() };
  const ofPeople = {
    pictures: memoryPictures(),
    passkeys: memoryPasskeys(),
    sessions: memorySessions(),
    preferences: memoryPreferences(),
    secondFactors: memorySecondFactors(),
    recoveryCodes: memoryRecoveryCodes(),
    reports,
    pushSubscriptions: memoryPushSubscriptions(),
    ...ofConversations,
  };
  return {
    people: memoryPeople(profiles),
    entries: memoryEntries(),
    connections: memoryConnections(),
    watches: memoryWatches(),
    tickets: memoryTickets(),
    throttle: memoryThrottle(),
    spentChallenges: memorySpentChallenges(),
    ...ofPeople,
    erasure: memoryErasure(profiles, Object.values(ofPeople), Object.values(ofConversations)),
    audit,
    auditTrail: audit,
    reportReview: reports,
  };
}
