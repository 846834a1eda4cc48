import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Pair, Writer } from './pairs.ts';

/** What is still under way when the last message is sent gets this long. */
const GRACE_MS = 5_000;

interface Load {
  /** Messages a second, of all writers together. */
  readonly rate: number;
  readonly bytes: number;
  readonly seconds: number;
}

export interface Results {
  readonly sent: number;
  /** ms from when a message was due until its sender knew that it is stored, one for each message. */
  readonly stored: readonly number[];
  /** ms from when a message was due until the other person's device had it. */
  readonly delivered: readonly number[];
}

/**
 * Sends at a steady rate, whether or not what was sent before has been answered, and measures from the moment when
 * each message was due: a system that falls behind can't hide it by slowing its load down.
 */
export async function sendSteadily(pairs: readonly Pair[], { rate, bytes, seconds }: Load): Promise<Results> {
  const stored: number[] = [];
  const delivered: number[] = [];
  const dueAt = new Map<string, number>();
  const text = 'x'.repeat(bytes);
  const answers: Promise<void>[] = [];

  for (const pair of pairs) {
    pair.onDelivered = (clientId) => {
      const due = dueAt.get(clientId);
      // Once: a push may come again, and that is no second delivery.
      if (due !== undefined && dueAt.delete(clientId)) delivered.push(performance.now() - due);
    };
  }
  const send = async (pair: Pair, { to, socket }: Writer, due: number) => {
    const clientId = randomUUID();
    dueAt.set(clientId, due);
    const answer = await socket.send({ to, after: pair.lastSeq, messages: [{ clientId, text }] });
    stored.push(performance.now() - due);
    pair.lastSeq = Math.max(pair.lastSeq, answer.stored[0]?.seq ?? 0);
  };

  const began = performance.now();
  const total = rate * seconds;
  for (let i = 0; i < total; i += 1) {
    const due = began + (i * 1_000) / rate;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    const pair = pairs[i % pairs.length] as Pair;
    const writer = pair.writers[Math.floor(i / pairs.length) % 2] as Writer;
    const answer = send(pair, writer, due);
    // What fails is told at the end, when all of them are looked at.
    answer.catch(() => {});
    answers.push(answer);
  }
  await Promise.all(answers);
  const deadline = performance.now() + GRACE_MS;
  while (delivered.length < total && performance.now() < deadline) await wait(10);
  return { sent: total, stored, delivered };
}
