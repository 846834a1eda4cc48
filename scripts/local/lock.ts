import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalProblem } from './problem.ts';

/**
 * Takes a data folder for this process: two databases on the same files would ruin them.
 * @returns what gives it back
 * @throws LocalProblem if another process that still runs has it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  const owner = ownerOf(file);
  if (owner !== undefined && isRunning(owner)) {
    throw new LocalProblem(
      `The data in ${folder} is in use by process ${owner}: another "npm start"? Stop that one, or choose another folder with --data <folder>.`,
    );
  }
  writeFileSync(file, `${process.pid}`);
  return () => rmSync(file, { force: true });
}

function ownerOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch (error) {
    // No file, no owner. A crash leaves the file behind; its process is not running then.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
