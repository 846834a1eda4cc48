import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conversationOf } from '../../lib/chat/conversation.ts';
import type { Chat, Store } from '../../lib/chat/ports.ts';
import { newestEntries, readEntries } from '../../lib/chat/reading.ts';
import { Refusal } from '../../lib/chat/refusal.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import type { StoredEntry } from '../../lib/protocol/server-frames.ts';
import { DATABASE_TIMEOUT_MS, dynamodbLocal, type OpenStore } from '../support/databases.ts';
import { memoryChat } from '../support/memory-chat.ts';
import { alice, bob } from '../support/people.ts';
import { seededFraction } from '../support/seeded-random.ts';
import { lagging } from './lagging-store.ts';

/** One frame of one device, which sends it again as often as `tries` says, whatever became of it before. */
interface Sending {
  readonly person: 'alice' | 'bob';
  readonly messages: number;
  readonly tries: number;
  /** Whether the repeats wait for the answer, or all are under way at the same time. */
  readonly repeatsAtOnce: boolean;
}

/** What several devices do; those of an inner list one after the other, the lists at the same time. */
const histories = fc.array(
  fc.array(
    fc.record<Sending>({
      person: fc.constantFrom('alice', 'bob'),
      messages: fc.integer({ min: 1, max: 4 }),
      tries: fc.integer({ min: 1, max: 3 }),
      repeatsAtOnce: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  { minLength: 1, maxLength: 5 },
);

/** An answer that somebody got, and when: counted, not timed. */
interface Answered {
  readonly from: string;
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly stored: readonly StoredEntry[];
}

/** Lets all devices do what they do, and tells what they were answered. */
async function play(chat: Chat, [one, other]: [string, string], devices: Sending[][]): Promise<Answered[]> {
  const answers: Answered[] = [];
  let moment = 0;
  let clientIds = 0;

  const send = async (sending: Sending, connectionId: string) => {
    const [from, to] = sending.person === 'alice' ? [one, other] : [other, one];
    const after = await lastSeq(chat, from, to);
    const messages = Array.from({ length: sending.messages }, () => {
      clientIds += 1;
      return { clientId: `id-${clientIds}`, text: `text ${clientIds}` };
    });
    const tryOnce = async () => {
      moment += 1;
      const sentAt = moment;
      const frame = { action: 'send-message', id: 'f', to, after, messages } as const;
      const { stored } = await untilNotBusy(() =>
        sendMessage(chat, { person: from, connectionId, session: 's' }, frame),
      );
      moment += 1;
      answers.push({ from, sentAt, answeredAt: moment, stored });
    };
    if (sending.repeatsAtOnce) await Promise.all(Array.from({ length: sending.tries }, tryOnce));
    else for (let i = 0; i < sending.tries; i += 1) await tryOnce();
  };

  await Promise.all(
    devices.map(async (sendings, i) => {
      for (const sending of sendings) await send(sending, `device-${i}`);
    }),
  );
  return answers;
}

/** Sends again when told that others were faster too often, as a client does. */
async function untilNotBusy<Result>(work: () => Promise<Result>): Promise<Result> {
  const MOST_TRIES = 20;
  for (let i = 1; ; i += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'busy' || i === MOST_TRIES) throw error;
    }
  }
}

async function lastSeq(chat: Chat, me: string, other: string): Promise<number> {
  return (await newestEntries(chat, conversationOf(me, other), 1)).at(-1)?.seq ?? 0;
}

async function wholeLog(chat: Chat, me: string, other: string): Promise<Entry[]> {
  const log: Entry[] = [];
  for (let more = true; more; ) {
    const page = await readEntries(chat, me, { with: other, after: log.length });
    log.push(...page.entries);
    more = page.more;
  }
  return log;
}

/** The promises of docs/decisions/02-append.md. */
function expectOneTrueLog(log: readonly Entry[], answers: readonly Answered[]): void {
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
  expect(log.map(({ messages }) => messages)).toEqual(log.map((_, i) => i + 1));
  expect(log.every(({ at }, i) => at >= (log[i - 1]?.at ?? 0))).toBe(true);

  const sent = new Set(answers.flatMap(({ stored }) => stored.map(({ clientId }) => clientId)));
  expect(log.map(({ clientId }) => clientId).sort()).toEqual([...sent].sort());

  for (const { from, stored } of answers) {
    for (const { clientId, seq, at, messages } of stored) {
      expect(log[seq - 1]).toMatchObject({ clientId, from, seq, at, messages });
    }
    const seqs = stored.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  }
  for (const earlier of answers) {
    for (const later of answers) {
      if (earlier.answeredAt >= later.sentAt) continue;
      // Repeats of one frame keep their places; any other was sent when the earlier one was answered.
      if (earlier.stored[0]?.clientId === later.stored[0]?.clientId) continue;
      if (firstTry(answers, later).sentAt < earlier.answeredAt) continue;
      expect(earlier.stored.at(-1)?.seq ?? 0).toBeLessThan(later.stored[0]?.seq ?? 0);
    }
  }
}

function firstTry(answers: readonly Answered[], { stored }: Answered): Answered {
  const tries = answers.filter((answer) => answer.stored[0]?.clientId === stored[0]?.clientId);
  return tries.toSorted((a, b) => a.sentAt - b.sentAt)[0] as Answered;
}

async function withAccounts<Ports extends Chat>(chat: Ports, names: readonly string[]): Promise<Ports> {
  for (const name of names) {
    await chat.people.add({ name, displayName: name, passwordHash: `${name}-hash`, createdAt: 0 });
  }
  return chat;
}

describe('whatever two people with several devices send, at the same time, and again', () => {
  test('there is one log without holes or doubles, in which an answered message precedes one sent later', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.scheduler(), fc.nat(), async (devices, scheduler, seed) => {
        const chat = memoryChat(seed);
        // Every step of the store takes its turn when the scheduler says so, so that all interleavings come up.
        const entries = lagging(chat.entries, scheduler, seededFraction(seed));
        const ports = await withAccounts({ ...chat, entries }, [alice.name, bob.name]);
        const answers = await scheduler.waitFor(play(ports, [alice.name, bob.name], devices));
        expectOneTrueLog(await scheduler.waitFor(wholeLog(ports, alice.name, bob.name)), answers);
      }),
      { numRuns: 200 },
    );
  });

  describe('on DynamoDB Local', () => {
    let opened: OpenStore;
    beforeAll(async () => {
      opened = await dynamodbLocal.open();
    }, DATABASE_TIMEOUT_MS);
    afterAll(() => opened?.close(), DATABASE_TIMEOUT_MS);

    test(
      'it is so, too',
      async () => {
        let runs = 0;
        const store: Store = opened.store;
        await fc.assert(
          fc.asyncProperty(histories, async (devices) => {
            runs += 1;
            const pair: [string, string] = [`alice-${runs}`, `bob-${runs}`];
            const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
            const chat = { ...memoryChat(runs), ...store, clock: { now: Date.now, wait } };
            const ports = await withAccounts(chat, pair);
            const answers = await play(ports, pair, devices);
            expectOneTrueLog(await wholeLog(ports, ...pair), answers);
          }),
          { numRuns: 15 },
        );
      },
      DATABASE_TIMEOUT_MS,
    );
  });
});
