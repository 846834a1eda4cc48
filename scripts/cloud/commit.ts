import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { LocalProblem } from '../local/problem.ts';

export interface Commit {
  readonly hash: string;
  readonly subject: string;
}

/**
 * The commit that a folder is at, if it is at one exactly: what is deployed can be found again.
 * @throws LocalProblem if there are changes that are in no commit, or no commits at all
 */
export async function exactCommit(folder: string): Promise<Commit> {
  const changed = (await git(folder, 'status', '--porcelain')).split('\n').filter((line) => line !== '');
  if (changed.length > 0) {
    const example = changed[0]?.slice(3);
    throw new LocalProblem(
      `There are uncommitted changes (${changed.length}, such as ${example}): commit or stash them, so that what is deployed can be found again.`,
    );
  }
  const [hash = '', subject = ''] = (await git(folder, 'log', '-1', '--format=%h%n%s')).split('\n');
  return { hash, subject };
}

async function git(folder: string, ...args: string[]): Promise<string> {
  try {
    return (await promisify(execFile)('git', args, { cwd: folder })).stdout;
  } catch (error) {
    throw new LocalProblem(
      'git names no commit here, so nobody could find again what is deployed: deploy from a clone of the project.',
      (error as Error).message.trim(),
    );
  }
}
