import type { Chat, OperatorStore } from '../../lib/chat/ports.ts';
import { DEFAULT_THROTTLE_LIMITS } from '../../lib/chat/throttle-limits.ts';
import { webAuthn } from '../../lib/passkeys/webauthn.ts';
import { type MemoryPush, memoryPush } from '../../lib/push/memory.ts';
import { memoryStore } from '../../lib/store/memory/store.ts';
import { fastPasswords } from './fast-passwords.ts';
import { type HandMovedClock, handMovedClock } from './hand-moved-clock.ts';
import { oneTimeCodes } from './one-time-codes.ts';
import { type RecordedLog, recordedLog } from './recorded-log.ts';
import { type RecordedMetrics, recordedMetrics } from './recorded-metrics.ts';
import { type RecordedNotifier, recordedNotifier } from './recorded-notifier.ts';
import { seededRandom } from './seeded-random.ts';

/** The one that others would try first. */
export const COMMON_PASSWORD = 'password';

/** A whole chat in this process, whose time and chance are in the test's hand. */
export interface MemoryChat extends Chat, OperatorStore {
  readonly push: MemoryPush;
  readonly notifier: RecordedNotifier;
  readonly clock: HandMovedClock;
  readonly log: RecordedLog;
  readonly metrics: RecordedMetrics;
}

export function memoryChat(seed = 1): MemoryChat {
  return {
    ...memoryStore(),
    push: memoryPush(),
    notifier: recordedNotifier(),
    pushServices: { has: (endpoint) => endpoint.startsWith('https://push.example/') },
    passwords: fastPasswords(),
    oneTimeCodes,
    // All of a test's people are at one address.
    throttleLimits: { ...DEFAULT_THROTTLE_LIMITS, accountsPerHourAndAddress: 1_000 },
    webAuthn: webAuthn(['https://chat.example']),
    commonPasswords: { has: async (password) => password === COMMON_PASSWORD },
    caller: { address: '203.0.113.7', device: 'a browser' },
    clock: handMovedClock(),
    random: seededRandom(seed),
    log: recordedLog(),
    metrics: recordedMetrics(),
  };
}
