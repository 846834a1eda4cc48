import type { Push, PushOutcome } from '../../lib/chat/connection-ports.ts';
import type { Chat, Random, SeldomUsed, Store } from '../../lib/chat/ports.ts';
import { DEFAULT_THROTTLE_LIMITS } from '../../lib/chat/throttle-limits.ts';
import { webAuthn } from '../../lib/passkeys/webauthn.ts';
import { type MemoryPush, memoryPush } from '../../lib/push/memory.ts';
import { memoryStore } from '../../lib/store/memory/store.ts';
import { fastPasswords } from '../../test/support/fast-passwords.ts';
import { oneTimeCodes } from '../../test/support/one-time-codes.ts';
import type { Chance } from './chance.ts';
import { type Distance, distantStore, type Remembered } from './distant-store.ts';
import type { Faults } from './faults.ts';
import type { Mutant } from './mutants/mutant.ts';
import type { Scheduler } from './scheduler.ts';
import { watchedStore } from './watched-marks.ts';
import type { Witness } from './witness.ts';

/** How long a call takes in one direction. */
const CALL_MS = { least: 1, most: 8 };
const SLOW_CALL_MS = { least: 100, most: 1_500 };

/** As lib/push gives up on a connection, and as a function is ended that takes too long. */
const PUSH_TIMEOUT_MS = 500;
const INVOCATION_TIMEOUT_MS = 6_000;

/** The most calls that a handler has made when it is killed. */
const MOST_CALLS = 10;

type KeptStore = Store & SeldomUsed;

/**
 * Everybody is at one address here, and logs in again and again; and where every write is done and fails, for longer than any
 * DynamoDB would, counting a new conversation is one of these. Ten sockets whose ends nobody is told of take up all room until
 * their leases end; here a network may end more of them so within seconds than a real one does in an hour.
 */
const LIMITS = {
  ...DEFAULT_THROTTLE_LIMITS,
  newConversationsPerDay: 1_000,
  sockets: 100,
  accountsPerHourAndAddress: 1_000,
  triesPerHourAndAddress: 10_000,
};

/** How far the clock of a machine may be off. */
const CLOCK_OFF_MS = 30_000;

/** A handler that was ended midway: it answers nothing, and what it had asked for happens or does not. */
export class Killed extends Error {}

/** What the servers share: the store, and where the sockets' other ends are. */
export class Server {
  readonly store: KeptStore;
  readonly push: MemoryPush = memoryPush();
  readonly #remembered: Remembered = new Map();
  readonly #passwords = fastPasswords();
  readonly #random: Random;
  readonly #world: { scheduler: Scheduler; chance: Chance; faults: Faults; witness: Witness; mutant: Mutant };

  constructor(world: {
    scheduler: Scheduler;
    chance: Chance;
    faults: Faults;
    witness: Witness;
    mutant: Mutant;
  }) {
    this.#world = world;
    this.store = watchedStore(memoryStore(), world.witness);
    let secrets = 0;
    this.#random = {
      secret() {
        secrets += 1;
        return `secret-${secrets}`;
      },
      bytes: (count) => Uint8Array.from({ length: count }, () => world.chance.fraction('bytes') * 256),
    };
  }

  /** The chat without any distance to it or trouble with it, for whoever looks at it from above. */
  get near(): Chat {
    return this.#chatOn(this.store, this.push, 0);
  }

  /**
   * Runs a handler on a machine of its own.
   * @throws Killed if it was ended midway; what the handler throws
   */
  invoke<Answer>(what: string, handle: (chat: Chat) => Promise<Answer>): Promise<Answer> {
    const { scheduler, chance, faults, mutant } = this.#world;
    const stream = `invocation ${what}`;
    const skew = faults.strikes("a machine's clock is wrong")
      ? chance.between(stream, -CLOCK_OFF_MS, CLOCK_OFF_MS)
      : 0;
    const callsLeft = faults.strikes('a handler is killed')
      ? Math.floor(chance.between(stream, 0, MOST_CALLS))
      : Number.POSITIVE_INFINITY;
    return new Promise((resolve, reject) => {
      const machine = this.#machine(what, callsLeft);
      const push: Push = {
        post: (...frame) => machine.call('push.post', true, () => this.push.post(...frame)),
        close: (...which) => machine.call('push.close', true, () => this.push.close(...which)),
      };
      const chat = this.#chatOn(distantStore(this.store, machine, this.#remembered), push, skew);
      const end = scheduler.after(INVOCATION_TIMEOUT_MS, `${what} is ended`, () => reject(new Killed()));
      handle(mutant.chat?.(chat, what, scheduler) ?? chat)
        .finally(end)
        .then(resolve, reject);
    });
  }

  /** A machine on the way from which to the store, and to the sockets, everything may go wrong. */
  #machine(what: string, callsLeft: number): Distance {
    const { scheduler, chance, faults, witness } = this.#world;
    let left = callsLeft;
    const never = new Promise<never>(() => {});
    const ms = () => {
      const { least, most } = faults.strikes('the store is slow') ? SLOW_CALL_MS : CALL_MS;
      return chance.between(`calls of ${what}`, least, most);
    };
    return {
      async call(call, isWrite, effect) {
        left -= 1;
        if (left < 0) return never;
        await scheduler.wait(ms(), `${what}: ${call}`);
        const isPush = call.startsWith('push.');
        if (isPush && faults.strikes('a push hangs')) {
          await scheduler.wait(PUSH_TIMEOUT_MS, `${what}: push given up`);
          return 'failed' satisfies PushOutcome as never;
        }
        if (isPush && faults.strikes('a push fails')) return 'failed' satisfies PushOutcome as never;
        if (!isPush && faults.strikes('the store throttles')) throw new Error(`${call}: throttled`);
        const result = await effect();
        if (isWrite) witness.wrote(call, result);
        await scheduler.wait(ms(), `${what}: ${call} answered`);
        if (left < 0) return never;
        if (isWrite && !isPush && faults.strikes('a write is done and fails')) {
          throw new Error(`${call}: done, and then timed out`);
        }
        return result;
      },
      isStale: () => faults.strikes('reads are stale'),
      meetsItself: () => faults.strikes('a put meets itself'),
      now: () => scheduler.now,
      fraction: () => chance.fraction(`staleness of ${what}`),
    };
  }

  #chatOn(store: KeptStore, push: Push, skew: number): Chat {
    const { scheduler } = this.#world;
    return {
      ...store,
      push,
      passwords: this.#passwords,
      oneTimeCodes,
      throttleLimits: LIMITS,
      clock: {
        now: () => Math.floor(scheduler.now + skew),
        wait: (ms) => scheduler.wait(ms, 'a handler waits'),
      },
      random: this.#random,
      webAuthn: webAuthn(['https://chat.example']),
      commonPasswords: { has: async () => false },
      caller: {},
      log: { warn: () => {} },
      metrics: { add: () => {} },
    };
  }
}
