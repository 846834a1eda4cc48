import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Chat } from '../../lib/chat/ports.ts';
import { Refusal } from '../../lib/chat/refusal.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import type { SendMessage } from '../../lib/protocol/client-frames.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import type { StoredEntry } from '../../lib/protocol/server-frames.ts';
import { NOON } from '../support/hand-moved-clock.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob } from '../support/people.ts';
import { seededFraction } from '../support/seeded-random.ts';
import { textsOf } from '../support/texts.ts';
import { lagging } from './lagging-store.ts';
import { unreliable } from './unreliable-entries.ts';

const MOST_MESSAGES = 5;
const MOST_TRIES = 100;

/** How far the machines' clocks are apart. */
const CLOCKS_APART_MS = 60_000;

/** A device that has typed some messages, and sends them in frames of whatever it has not seen stored. */
interface Device {
  readonly person: 'alice' | 'bob';
  /** For each message, how much of the log the device held when it was typed: all for 1, nothing for 0. */
  readonly held: readonly number[];
  /** Pieces of the list of messages; the same message may be in many. */
  readonly frames: readonly {
    readonly from: number;
    readonly count: number;
    readonly isWaitedFor: boolean;
  }[];
}

const shares = fc.constantFrom(0, 0.5, 0.9, 1);
const devices = fc.array(
  fc.record<Device>({
    person: fc.constantFrom('alice', 'bob'),
    held: fc.array(shares, { minLength: 1, maxLength: MOST_MESSAGES }),
    frames: fc.array(
      fc.record({
        from: fc.nat(MOST_MESSAGES - 1),
        count: fc.integer({ min: 1, max: MOST_MESSAGES }),
        isWaitedFor: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/** What is known of a message from the outside; moments are counted, not timed. */
interface Seen {
  readonly from: string;
  readonly sentAt: number;
  answeredAt: number;
}

/** What a device says happened, to be compared with the log. */
class Witness {
  readonly seen = new Map<string, Seen>();
  readonly answers: StoredEntry[] = [];
  private moment = 0;

  sent(from: string, { messages }: SendMessage): void {
    this.moment += 1;
    for (const { clientId } of messages) {
      if (this.seen.has(clientId)) continue;
      this.seen.set(clientId, { from, sentAt: this.moment, answeredAt: Number.POSITIVE_INFINITY });
    }
  }

  answered(stored: readonly StoredEntry[]): void {
    this.moment += 1;
    this.answers.push(...stored);
    for (const { clientId } of stored) {
      const seen = this.seen.get(clientId) as Seen;
      seen.answeredAt = Math.min(seen.answeredAt, this.moment);
    }
  }
}

/** Sends all that a device has typed: in its frames first, then, once more and one by one, each message. */
async function play(chat: Chat, device: Device, deviceName: string, witness: Witness, lastSeq: () => number) {
  const to = device.person === 'alice' ? 'bob' : 'alice';
  const typed: { clientId: string; text: string; after: number }[] = [];
  const type = (upTo: number) => {
    for (const share of device.held.slice(typed.length, upTo)) {
      const clientId = `${deviceName}-${typed.length}`;
      typed.push({ clientId, text: clientId, after: Math.floor(lastSeq() * share) });
    }
  };
  const send = async (from: number, count: number) => {
    type(from + count);
    const piece = typed.slice(from, from + count);
    if (piece.length === 0) return;
    const messages = piece.map(({ clientId, text }) => ({ clientId, text }));
    const after = Math.min(...piece.map((message) => message.after));
    const frame: SendMessage = { action: 'send-message', id: 'f', to, after, messages };
    const identity = { person: device.person, connectionId: deviceName, session: 's' };
    witness.sent(device.person, frame);
    witness.answered(await untilAnswered(() => sendMessage(chat, identity, frame)));
  };

  const underWay: Promise<void>[] = [];
  for (const { from, count, isWaitedFor } of device.frames) {
    const sending = send(from, count);
    underWay.push(sending);
    if (isWaitedFor) await sending;
  }
  for (let i = 0; i < device.held.length; i += 1) await send(i, 1);
  await Promise.all(underWay);
}

/** Sends again, unchanged, when there was no answer or too much going on. */
async function untilAnswered(work: () => Promise<{ stored: readonly StoredEntry[] }>) {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await work()).stored;
    } catch (error) {
      const isFinal = error instanceof Refusal && error.code !== 'busy';
      if (isFinal || tries === MOST_TRIES) throw error;
    }
  }
}

function expectOneTrueLog(log: readonly Entry[], { seen, answers }: Witness): void {
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
  expect(log.map(({ messages }) => messages)).toEqual(log.map((_, i) => i + 1));
  expect(log.map(({ at }) => at)).toEqual(log.map(({ at }) => at).toSorted((one, other) => one - other));
  expect(log.map(({ clientId }) => clientId).sort()).toEqual([...seen.keys()].sort());
  for (const entry of log) {
    const { clientId, from } = entry;
    expect({ from, text: textsOf([entry])[0] }).toEqual({ from: seen.get(clientId)?.from, text: clientId });
  }
  for (const { clientId, seq, at, messages } of answers) {
    expect(log[seq - 1]).toMatchObject({ clientId, seq, at, messages });
  }
  let latestSending = 0;
  for (const { clientId } of log) {
    const { sentAt, answeredAt } = seen.get(clientId) as Seen;
    // Nobody further up was sent only after this one had been answered.
    expect(answeredAt).toBeGreaterThan(latestSending);
    latestSending = Math.max(latestSending, sentAt);
  }
}

/** A chat of both people whose store lags and breaks, and whose machines' clocks differ. */
async function troubledChat(scheduler: fc.Scheduler, seed: number): Promise<MemoryChat> {
  const chat = memoryChat(seed);
  for (const { name, displayName } of [alice, bob]) {
    await chat.people.add({ name, displayName, passwordHash: name, createdAt: NOON });
  }
  const fraction = seededFraction(seed);
  const clock = { ...chat.clock, now: () => NOON + Math.floor(fraction() * CLOCKS_APART_MS) };
  return { ...chat, clock, entries: unreliable(lagging(chat.entries, scheduler, fraction), fraction) };
}

test('a message is stored exactly once, however often it is sent, in whatever frames, though puts break', async () => {
  await fc.assert(
    fc.asyncProperty(devices, fc.scheduler(), fc.nat(), async (plan, scheduler, seed) => {
      const chat = await troubledChat(scheduler, seed);
      const witness = new Witness();
      // What the devices may hold is what somebody was answered.
      const lastSeq = () => Math.max(0, ...witness.answers.map(({ seq }) => seq));
      const plays = plan.map((device, i) => play(chat, device, `device-${i}`, witness, lastSeq));
      await scheduler.waitFor(Promise.all(plays));
      const log = await scheduler.waitFor(chat.entries.from('alice:bob', 1, 1_000, { strong: true }));
      expectOneTrueLog(log, witness);
    }),
    { numRuns: 300 },
  );
});
