import { randomUUID } from 'node:crypto';
import type { Redis } from './client.ts';
import { mailboxOf } from './keys.ts';

/** A letter to a process: something it is asked, or the answer to something that it asked. */
type Letter =
  | { readonly kind: 'ask'; readonly id: string; readonly replyTo: string; readonly about: unknown }
  | { readonly kind: 'answer'; readonly id: string; readonly answer: unknown };

/** The answer did not come in time, or Redis went away before it could. */
export class NoAnswerInTime extends Error {
  override readonly name = 'NoAnswerInTime';
}

/** What a process is reached by, and reaches others with. */
export interface Mailbox {
  readonly process: string;
  /** A promise of the answer that will come with this id. @throws NoAnswerInTime */
  expect<Answer>(id: string, timeoutMs: number): Promise<Answer>;
  /** Forgets that an answer was expected. */
  forget(id: string): void;
  answer(process: string, id: string, answer: unknown): Promise<void>;
  /** How many processes got it, and what came back; undefined if nobody did. @throws NoAnswerInTime */
  ask<Answer>(process: string, about: unknown, timeoutMs: number): Promise<Answer | undefined>;
  close(): Promise<void>;
}

/**
 * Opens a process's mailbox. A letter to a process that is away is lost; all that is sent by letter can be.
 * @param onAsk answers what other processes ask
 */
export async function openMailbox(
  redis: Redis,
  process: string,
  onAsk: (about: unknown) => unknown = () => undefined,
): Promise<Mailbox> {
  const waiting = new Map<string, { resolve(answer: unknown): void; reject(error: Error): void }>();
  const send = (to: string, letter: Letter) => redis.publish(mailboxOf(to), JSON.stringify(letter));

  const take = (text: string) => {
    const letter = JSON.parse(text) as Letter;
    if (letter.kind === 'answer') waiting.get(letter.id)?.resolve(letter.answer);
    else
      void send(letter.replyTo, { kind: 'answer', id: letter.id, answer: onAsk(letter.about) }).catch(
        () => {},
      );
  };

  const listener = redis.duplicate();
  // What was under way when the connection broke may be lost; who waits for it is told at once.
  listener.on('error', () => {
    for (const { reject } of waiting.values()) reject(new NoAnswerInTime('Redis went away.'));
  });
  await listener.connect();
  await listener.subscribe(mailboxOf(process), take);

  const mailbox: Mailbox = {
    process,

    expect<Answer>(id: string, timeoutMs: number) {
      return new Promise<Answer>((resolve, reject) => {
        const end = () => {
          clearTimeout(timeout);
          waiting.delete(id);
        };
        const fail = (error: Error) => {
          end();
          reject(error);
        };
        const timeout = setTimeout(
          () => fail(new NoAnswerInTime(`No answer in ${timeoutMs} ms.`)),
          timeoutMs,
        );
        waiting.set(id, {
          resolve: (answer) => {
            end();
            resolve(answer as Answer);
          },
          reject: fail,
        });
      });
    },

    forget: (id) => waiting.get(id)?.resolve(undefined),

    async answer(to, id, answer) {
      await send(to, { kind: 'answer', id, answer });
    },

    async ask<Answer>(to: string, about: unknown, timeoutMs: number) {
      const id = randomUUID();
      const answer = mailbox.expect<Answer>(id, timeoutMs);
      answer.catch(() => {});
      const readers = await send(to, { kind: 'ask', id, replyTo: process, about }).catch((error: Error) => {
        mailbox.forget(id);
        throw error;
      });
      if (readers > 0) return answer;
      mailbox.forget(id);
      return undefined;
    },

    async close() {
      for (const { reject } of [...waiting.values()]) reject(new NoAnswerInTime('The mailbox was closed.'));
      listener.destroy();
    },
  };
  return mailbox;
}
