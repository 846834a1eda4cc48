import { AsyncLocalStorage } from 'node:async_hooks';
import type { Units } from './operations.ts';
import { memoryOf, tracedShare } from './template.ts';
import { add, NOTHING, type Usage } from './usage.ts';

/**
 * How long each part of an invocation takes, in ms: assumed, the same for each, so that what is computed by it moves with what
 * a function does and with nothing else. A message to one device comes to 30 ms by it: its own work, a round of reads, a
 * write, a push.
 */
export const ASSUMED_MS = { own: 4, database: 6, push: 14 };

/** What CloudWatch adds to each line. */
const LOG_LINE_OVERHEAD_BYTES = 26;

const MB_PER_GB = 1_024;
const BYTES_PER_GB = 1_024 ** 3;

/** Waits one after the other; those that overlap are one. */
class CriticalPath {
  #doneAt = 0;

  begin(length: number): () => void {
    const endsAt = this.#doneAt + length;
    return () => {
      this.#doneAt = Math.max(this.#doneAt, endsAt);
    };
  }

  get length(): number {
    return this.#doneAt;
  }
}

/** One run of a function, as it is billed. */
export interface Metered {
  readonly route: string;
  readonly usage: Usage;
  /** Requests to the database, each after the answer to another one, until the function's own answer is there. */
  readonly databaseRounds: number;
  /** Requests by the operations' names. */
  readonly operations: Readonly<Record<string, number>>;
}

class Running {
  usage = NOTHING;
  readonly operations: Record<string, number> = {};
  readonly rounds = new CriticalPath();
  readonly ms = new CriticalPath();
}

const running = new AsyncLocalStorage<Running>();

/** Runs a function and counts what it uses. Whatever it asks for meanwhile is told to the functions below. */
export async function meterInvocation<Answer>(
  route: string,
  handle: () => Promise<Answer>,
): Promise<{ answer: Answer; metered: Metered }> {
  const run = new Running();
  const answer = await running.run(run, handle);
  const seconds = Math.ceil(ASSUMED_MS.own + run.ms.length) / 1_000;
  const usage = add(run.usage, {
    lambdaRequests: 1,
    lambdaGbSeconds: (seconds * memoryOf(route)) / MB_PER_GB,
    traces: tracedShare,
  });
  return {
    answer,
    metered: { route, usage, databaseRounds: run.rounds.length, operations: run.operations },
  };
}

/** A request to the database begins in the function that runs, if one does; what is returned is told when it has been answered. */
export function databaseRequest(operation: string): ((units: Units) => void) | undefined {
  const run = running.getStore();
  if (!run) return undefined;
  const ends = [run.rounds.begin(1), run.ms.begin(ASSUMED_MS.database)];
  return ({ reads, writes }) => {
    for (const end of ends) end();
    run.operations[operation] = (run.operations[operation] ?? 0) + 1;
    run.usage = add(run.usage, { readUnits: reads, writeUnits: writes });
  };
}

/** A frame is pushed by the function that runs. */
export async function pushed(bytes: number, messages: number, post: () => Promise<void>): Promise<void> {
  const run = running.getStore();
  const end = run?.ms.begin(ASSUMED_MS.push);
  await post();
  end?.();
  if (run) run.usage = add(run.usage, { pushes: messages, trafficGb: bytes / BYTES_PER_GB });
}

/** The function that runs writes a line of the log. */
export function logged(line: string): void {
  const run = running.getStore();
  if (run) run.usage = add(run.usage, { logGb: gigabytesLogged(Buffer.byteLength(line.trimEnd())) });
}

/** What a line of so many bytes is billed as. */
export function gigabytesLogged(bytes: number): number {
  return (bytes + LOG_LINE_OVERHEAD_BYTES) / BYTES_PER_GB;
}

export function gigabytes(bytes: number): number {
  return bytes / BYTES_PER_GB;
}
