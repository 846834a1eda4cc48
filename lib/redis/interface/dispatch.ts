import { randomUUID } from 'node:crypto';
import { ERRORS, type ErrorBody } from '../../protocol/errors.ts';
import type { Redis } from '../client.ts';
import type { Event, Outcome } from '../job.ts';
import { type Mailbox, NoAnswerInTime } from '../mailbox.ts';
import { addJob } from '../queue.ts';
import type { GatewayLimits } from './limits.ts';

/** An event that no handler has answered. What is said of it is for the client. */
export class NotHandled extends Error {
  override readonly name = 'NotHandled';
  readonly answer: ErrorBody;

  constructor(answer: ErrorBody) {
    super(answer.message);
    this.answer = answer;
  }
}

const OVERLOADED: ErrorBody = { code: 'busy', message: 'Too much is waiting already; send it again later.' };
const AWAY: ErrorBody = { code: 'busy', message: 'The server lost its way to the workers; send it again.' };
const TOO_SLOW: ErrorBody = { code: 'internal', message: 'This took too long; try again.' };
const FAILED: ErrorBody = { code: 'internal', message: ERRORS.internal.message };

/** Has an event handled by a worker, and resolves with the handler's result. @throws NotHandled */
export type Dispatch = (event: Event) => Promise<unknown>;

export function dispatcher(
  redis: Redis,
  mailbox: Mailbox,
  { answerMs, queueLength }: Pick<GatewayLimits, 'answerMs' | 'queueLength'>,
): Dispatch {
  return async (event) => {
    const id = randomUUID();
    const answer = mailbox.expect<Outcome>(id, answerMs);
    answer.catch(() => {});
    const job = { ...event, id, replyTo: mailbox.process };
    const isAccepted = await addJob(redis, job, queueLength).catch(() => undefined);
    if (!isAccepted) {
      mailbox.forget(id);
      throw new NotHandled(isAccepted === undefined ? AWAY : OVERLOADED);
    }
    const outcome = await answer.catch((error: unknown) => {
      if (!(error instanceof NoAnswerInTime)) throw error;
      throw new NotHandled(redis.isReady ? TOO_SLOW : AWAY);
    });
    if ('failed' in outcome) throw new NotHandled(FAILED);
    return outcome.result;
  };
}
