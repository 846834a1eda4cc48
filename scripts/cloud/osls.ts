import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { OSLS } from '../local/offline.ts';
import { LocalProblem } from '../local/problem.ts';
import { toldToStop } from '../local/told-to-stop.ts';
import type { Account } from './account.ts';
import type { Stage } from './stage.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What serverless.yml can be made into: a template, a stack, nothing. */
export type OslsCommand = 'package' | 'deploy' | 'remove';

/** Runs a command of osls on serverless.yml. @returns whether it has done it; what it says goes to the terminal */
export type Osls = (command: OslsCommand, stage: Stage, account: Account) => Promise<boolean>;

export const runOsls: Osls = async (command, stage, { region }) => {
  const told = toldToStop();
  const child = spawn(
    process.execPath,
    [OSLS, command, '--stage', stage.name, '--region', region],
    // A group of its own, so that Ctrl-C does not reach it past us.
    { cwd: root, env: { ...process.env, AWS_REGION: region }, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const succeeded = new Promise<boolean>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
  const done = await Promise.race([succeeded, told.stop]);
  if (done !== undefined) return done;
  child.kill();
  await succeeded;
  throw new LocalProblem(
    `Stopped. What CloudFormation has begun, it goes on with by itself; see how the stack ${stage.stack} is, then run the same command again.`,
  );
};
