import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Talk, Writer } from './talk.ts';

/** What is still under way when the last message is sent gets this long. */
const GRACE_MS = 5_000;

export interface Load {
  /** Messages a second, of all writers together. */
  readonly rate: number;
  readonly bytes: number;
  readonly seconds: number;
}

export interface Results {
  readonly sent: number;
  /** ms from when a message was due until its sender knew that it is stored, one for each that was. */
  readonly stored: readonly number[];
  /** ms from when a message was due until the other person's device had it. */
  readonly delivered: readonly number[];
  /** Why those that were refused were. */
  readonly refused: readonly string[];
}

/**
 * Sends at a steady rate, whether or not what was sent before has been answered, and measures from the moment when
 * each message was due: a system that falls behind can't hide it by slowing its load down.
 */
export async function sendSteadily(talks: readonly Talk[], { rate, bytes, seconds }: Load): Promise<Results> {
  const stored: number[] = [];
  const delivered: number[] = [];
  const refused: string[] = [];
  const dueAt = new Map<string, number>();
  const text = 'x'.repeat(bytes);
  const answers: Promise<void>[] = [];

  for (const talk of talks) {
    talk.onDelivered = (clientId) => {
      const due = dueAt.get(clientId);
      // Once: a push may come again, and that is no second delivery.
      if (due !== undefined && dueAt.delete(clientId)) delivered.push(performance.now() - due);
    };
  }
  const send = async (writer: Writer, due: number) => {
    const clientId = randomUUID();
    dueAt.set(clientId, due);
    // One that is refused counts among those that were sent, and neither among the stored nor the delivered.
    await writer.say(clientId, text).then(
      () => stored.push(performance.now() - due),
      (error) => refused.push(String(error)),
    );
  };

  const began = performance.now();
  const total = rate * seconds;
  for (let i = 0; i < total; i += 1) {
    const due = began + (i * 1_000) / rate;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    const talk = talks[i % talks.length] as Talk;
    const writer = talk.writers[Math.floor(i / talks.length) % 2] as Writer;
    answers.push(send(writer, due));
  }
  await Promise.all(answers);
  const deadline = performance.now() + GRACE_MS;
  while (delivered.length < total && performance.now() < deadline) await wait(10);
  return { sent: total, stored, delivered, refused };
}
