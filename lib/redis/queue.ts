import type { Redis } from './client.ts';
import type { Job } from './job.ts';
import { QUEUE, WORKERS } from './keys.ts';

/**
 * Adds to the stream unless it is full. In one step, or two servers would both find the last place free. Nothing is
 * trimmed: what was accepted is kept.
 */
const ADD_UNLESS_FULL = `
if redis.call('XLEN', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
redis.call('XADD', KEYS[1], '*', 'job', ARGV[2])
return 1`;

/** Takes out of the stream what is done, so that its length is what is not. */
const FINISH = `
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
return redis.call('XDEL', KEYS[1], ARGV[2])`;

/** A job that this worker has to do, and by which it is known in the queue. */
export interface Taken {
  readonly entry: string;
  readonly job: Job;
}

/** @returns false, and nothing was added, if `length` jobs are there that are not done */
export async function addJob(redis: Redis, job: Job, length: number): Promise<boolean> {
  const options = { keys: [QUEUE], arguments: [`${length}`, JSON.stringify(job)] };
  return (await redis.eval(ADD_UNLESS_FULL, options)) === 1;
}

/** Makes the queue and its group, as there are none in a new Redis, nor in one that has restarted. */
export async function makeQueue(redis: Redis): Promise<void> {
  try {
    await redis.xGroupCreate(QUEUE, WORKERS, '0', { MKSTREAM: true });
  } catch (error) {
    if (!(error as Error).message.startsWith('BUSYGROUP')) throw error;
  }
}

/** Whether the error says that the queue has to be made. */
export function isNoQueue(error: unknown): boolean {
  return (error as Error).message?.startsWith('NOGROUP') ?? false;
}

/** New jobs, at most `count`; waits for one, but not longer than `waitMs`. */
export async function takeJobs(
  redis: Redis,
  worker: string,
  { count, waitMs }: { count: number; waitMs: number },
): Promise<Taken[]> {
  const options = { COUNT: count, BLOCK: waitMs };
  const streams = await redis.xReadGroup(WORKERS, worker, [{ key: QUEUE, id: '>' }], options);
  const [stream] = (streams ?? []) as unknown as { messages: StreamEntry[] }[];
  return (stream?.messages ?? []).flatMap(read);
}

/** Jobs of workers that have not been heard of for `idleMs`. */
export async function claimJobs(redis: Redis, worker: string, idleMs: number): Promise<Taken[]> {
  const { messages } = await redis.xAutoClaim(QUEUE, WORKERS, worker, idleMs, '0', { COUNT: 10 });
  return (messages as (StreamEntry | null)[]).flatMap((message) => (message ? read(message) : []));
}

/** Tells that these are still being worked at. */
export async function keepJobs(redis: Redis, worker: string, entries: readonly string[]): Promise<void> {
  if (entries.length > 0) await redis.xClaimJustId(QUEUE, WORKERS, worker, 0, [...entries]);
}

export async function finishJob(redis: Redis, entry: string): Promise<void> {
  await redis.eval(FINISH, { keys: [QUEUE], arguments: [WORKERS, entry] });
}

interface StreamEntry {
  readonly id: string;
  readonly message: Record<string, string>;
}

function read({ id, message }: StreamEntry): Taken[] {
  return [{ entry: id, job: JSON.parse(message.job ?? '') as Job }];
}
