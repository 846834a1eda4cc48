import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts a process's time in these, by USER_HZ, which is 100 everywhere. */
const TICKS_PER_S = 100;
const PAGE_BYTES = 4_096;

/** What a process and all that it has started take of the machine. */
export interface Taken {
  readonly cpuS: number;
  readonly rssBytes: number;
}

/**
 * What the children of this process take, and theirs, but for one and its own.
 * @returns undefined where the system does not tell, which is anywhere but on Linux
 */
export function takenByChildren(without: number | undefined): Taken | undefined {
  const all = processes();
  if (!all) return undefined;
  const taken = { cpuS: 0, rssBytes: 0 };
  const addChildren = (parent: number) => {
    for (const each of all.filter(({ ppid }) => ppid === parent)) {
      if (each.pid === without) continue;
      taken.cpuS += each.cpuS;
      taken.rssBytes += each.rssBytes;
      addChildren(each.pid);
    }
  };
  addChildren(process.pid);
  return taken;
}

interface Process extends Taken {
  readonly pid: number;
  readonly ppid: number;
}

function processes(): Process[] | undefined {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(processIn);
  } catch {
    return undefined;
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function processIn(name: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    // What it is called may have spaces, and is in brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [ppid, utime, stime, rss] = [1, 11, 12, 21].map((i) => Number(fields[i]));
    return [
      {
        pid: Number(name),
        ppid: ppid ?? 0,
        cpuS: ((utime ?? 0) + (stime ?? 0)) / TICKS_PER_S,
        rssBytes: (rss ?? 0) * PAGE_BYTES,
      },
    ];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
