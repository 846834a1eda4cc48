import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** So large may a file be that is written then: less than a database has from the beginning. */
const FULL_BYTES = 4_096;

const run = promisify(execFile);

/**
 * Has a process meet what it meets on a full disk: it can read, and no file of its can be written to. On Linux alone; elsewhere
 * nothing happens.
 * @param port where it listens, as it was told on its command line
 * @returns gives it room again
 */
export async function fillDiskOf(port: number): Promise<() => Promise<void>> {
  const pid = process.platform === 'linux' ? pidWithArgument(`${port}`) : undefined;
  if (pid === undefined) return async () => {};
  await limit(pid, `${FULL_BYTES}`);
  return async () => {
    // Killed meanwhile: whoever came in its place has all the room.
    if (pidWithArgument(`${port}`) === pid) await limit(pid, 'unlimited');
  };
}

/** Only what the process goes by is changed, not what it could be changed to. */
async function limit(pid: number, bytes: string): Promise<void> {
  await run('prlimit', ['--pid', `${pid}`, `--fsize=${bytes}:`]);
}

function pidWithArgument(argument: string): number | undefined {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  // Its guard has the same arguments, and comes before it.
  return pids.map(Number).findLast((pid) => {
    try {
      const [program = '', ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return !args.some((each) => each.endsWith('guard.mjs')) && program !== '' && args.includes(argument);
    } catch {
      return false;
    }
  });
}
