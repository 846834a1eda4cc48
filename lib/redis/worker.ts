import { logLine } from '../edge/log.ts';
import type { Redis } from './client.ts';
import type { Event, Outcome } from './job.ts';
import type { Mailbox } from './mailbox.ts';
import { keepPresent } from './presence.ts';
import { claimJobs, finishJob, isNoQueue, keepJobs, makeQueue, type Taken, takeJobs } from './queue.ts';

/** How long a worker waits for a job before it looks whether it should stop. */
const WAIT_MS = 1_000;

/** How long it lets Redis be, when that can't be reached. */
const AWAY_PAUSE_MS = 50;

export interface WorkerOptions {
  readonly redis: Redis;
  readonly mailbox: Mailbox;
  /** Calls the handler of the event's route. */
  readonly handle: (event: Event, id: string) => Promise<unknown>;
  /** How many jobs it does at the same time. */
  readonly concurrency: number;
  /** A handler that takes longer has failed, as a function does that runs out of its time. */
  readonly handlerTimeoutMs: number;
  /** A worker that has not been heard of for this long has died, and its jobs are taken over. */
  readonly claimAfterMs: number;
}

/** A process's part of the consumer group. */
export interface Worker {
  /** Ends when what was begun is done. */
  drain(): Promise<void>;
}

/**
 * Takes jobs and does them, until it is told to stop. A job whose worker dies is done again by another: at least once,
 * and the handlers see to it that twice is no harm.
 */
export function startWorker(options: WorkerOptions): Worker {
  const { redis, mailbox, concurrency, claimAfterMs } = options;
  const { process: worker } = mailbox;
  const stopping = new AbortController();
  const underWay = new Map<string, Promise<void>>();
  const reader = redis.duplicate();
  reader.on('error', () => {});

  const begin = (taken: Taken) => {
    // One that was claimed from a worker that is only slow may come back to where it is being done.
    if (underWay.has(taken.entry)) return;
    const done = work(taken).finally(() => underWay.delete(taken.entry));
    underWay.set(taken.entry, done);
  };

  const work = async ({ entry, job: { id, replyTo, ...event } }: Taken) => {
    const outcome = await inTime(options.handle(event as Event, id), options.handlerTimeoutMs).then(
      (result): Outcome => ({ result }),
      (error: Error): Outcome => {
        logLine('error', 'handler failed', {
          job: id,
          name: error.name,
          message: error.message,
          stack: error.stack,
        });
        return { failed: true };
      },
    );
    try {
      await Promise.all([mailbox.answer(replyTo, id, outcome), finishJob(redis, entry)]);
    } catch (error) {
      // Not answered or not taken out of the queue: another worker does it again.
      logLine('warn', 'job not finished', { job: id, reason: (error as Error).message });
    }
  };

  const takeNext = async () => {
    const room = concurrency - underWay.size;
    if (room === 0) return void (await Promise.race(underWay.values()));
    for (const taken of await takeJobs(reader, worker, { count: room, waitMs: WAIT_MS })) begin(taken);
  };

  const run = async () => {
    await reader.connect();
    while (!stopping.signal.aborted) {
      try {
        await takeNext();
      } catch (error) {
        if (stopping.signal.aborted) break;
        if (isNoQueue(error)) await makeQueue(redis).catch(() => {});
        else await new Promise((resolve) => setTimeout(resolve, AWAY_PAUSE_MS));
      }
    }
  };

  const lookAfterJobs = async () => {
    await keepJobs(redis, worker, [...underWay.keys()]);
    if (underWay.size < concurrency)
      for (const taken of await claimJobs(redis, worker, claimAfterMs)) begin(taken);
  };

  const endPresence = keepPresent(redis, worker, () => ({ kind: 'worker', underWay: underWay.size }));
  const timer = setInterval(() => {
    // Redis away, or new: the loop above sees to that.
    lookAfterJobs().catch(() => {});
  }, claimAfterMs / 3);
  const ran = run();

  return {
    async drain() {
      stopping.abort();
      reader.destroy();
      await ran;
      await Promise.all(underWay.values());
      clearInterval(timer);
      await endPresence();
    },
  };
}

/** @throws Error if it takes longer */
async function inTime<Result>(work: Promise<Result>, timeoutMs: number): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`No result in ${timeoutMs} ms.`)), timeoutMs);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
