import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const MEGABYTE = 1024 * 1024;
const TEN_MINUTES_MS = 10 * 60_000;

/** What each part is started with; the guards around them are nobody's. */
const PARTS: readonly [part: string, argument: RegExp][] = [
  ['the database', /DynamoDBLocal\.jar|dynalite\.mjs/],
  ['the functions', /serverless\.js/],
  ['interface servers', /redis-interface\.ts/],
  ['workers', /redis-worker\.ts/],
  ['Redis', /redis-server/],
];

/** Bytes that the parts of a chat take which this process has started, by their names. */
export type Memory = ReadonlyMap<string, number>;

/** By `ps`, which Linux and macOS have. */
export async function memoryOfParts(): Promise<Memory> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,rss=,args='], {
    maxBuffer: 64 * MEGABYTE,
  });
  const processes = stdout.split('\n').flatMap((line) => {
    const [, pid, parent, kilobytes, args = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), bytes: Number(kilobytes) * 1024, args }] : [];
  });
  const own = new Set([process.pid]);
  for (let before = 0; before < own.size; ) {
    before = own.size;
    for (const { pid, parent } of processes) if (own.has(parent)) own.add(pid);
  }
  const memory = new Map<string, number>();
  for (const { pid, bytes, args } of processes) {
    const [part] = PARTS.find(([, argument]) => argument.test(args)) ?? [];
    if (!own.has(pid) || !part || args.includes('guard.mjs')) continue;
    memory.set(part, (memory.get(part) ?? 0) + bytes);
  }
  return memory;
}

/** How steeply it goes up or down, in MB per 10 minutes: the line that fits the samples best. */
export function slopeOf(samples: readonly { readonly ms: number; readonly bytes: number }[]): number {
  const mean = (of: (sample: (typeof samples)[number]) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [ms, bytes] = [mean((it) => it.ms), mean((it) => it.bytes)];
  const along = mean((it) => (it.ms - ms) * (it.bytes - bytes));
  const spread = mean((it) => (it.ms - ms) ** 2);
  return spread === 0 ? 0 : ((along / spread) * TEN_MINUTES_MS) / MEGABYTE;
}

export function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(0)} MB`;
}
