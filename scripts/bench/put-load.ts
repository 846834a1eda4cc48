import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Order, Told } from './load-process.ts';
import { type Taken, takenByChildren } from './process-tree.ts';

const LOAD_PROCESS = fileURLToPath(new URL('load-process.ts', import.meta.url));

/** A run under a load, and what the other children of this process, who were put under it, took of the machine. */
export type Run = Extract<Told, { event: 'ended' }> & {
  /** Of one processor; undefined where the system does not tell. */
  readonly cpuShare: number | undefined;
  readonly rssBytes: number | undefined;
};

/** Has a process of its own put load on something: what makes the load must not take the time of what is measured. */
export function putLoad(order: Order): Promise<Run[]> {
  const runs: Run[] = [];
  const child = fork(LOAD_PROCESS, [JSON.stringify(order)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let began: { at: number; taken: Taken | undefined } | undefined;
  child.on('message', (told: Told) => {
    const [at, taken] = [performance.now(), takenByChildren(child.pid)];
    if (told.event === 'begins') began = { at, taken };
    else {
      const seconds = (at - (began?.at ?? at)) / 1_000;
      const cpuS = taken && began?.taken && taken.cpuS - began.taken.cpuS;
      runs.push({
        ...told,
        cpuShare: cpuS === undefined ? undefined : cpuS / seconds,
        rssBytes: taken?.rssBytes,
      });
    }
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(runs) : reject(new Error(`The process that puts the load ended with ${code}.`)),
    );
  });
}
