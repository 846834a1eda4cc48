import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { LocalProblem } from './problem.ts';

const GUARD = fileURLToPath(new URL('guard.mjs', import.meta.url));
const POLL_MS = 25;
const LOG_TAIL_LINES = 15;

/** A process of ours, which lives no longer than this one. */
export interface Child {
  readonly name: string;
  readonly logFile: string;
  /** Resolves when it has ended, for whatever reason. */
  readonly exited: Promise<void>;
  hasExited(): boolean;
  /** Ends it and waits until it has. */
  stop(): Promise<void>;
  /** Ends it as a crash would, without a chance to tidy up. */
  kill(): Promise<void>;
}

export interface ChildCommand {
  /** What it is called when something is wrong with it. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Where it runs, if not where this process does. */
  readonly cwd?: string;
  /** What it prints goes here. */
  readonly logFile: string;
}

/** Starts a process that ends with this one, by whatever end. */
export function startChild({ name, command, args, env, cwd, logFile }: ChildCommand): Child {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  // A group of its own: Ctrl-C then reaches only us, who stop things in the right order; and a group can be killed whole.
  const guard = spawn(process.execPath, [GUARD, command, ...args], {
    detached: true,
    env: { ...process.env, ...env },
    cwd,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    guard.once('error', () => resolve());
    guard.once('exit', () => {
      signalGroup(guard, 'SIGKILL');
      resolve();
    });
  });
  const end = (signal: NodeJS.Signals) => {
    signalGroup(guard, signal);
    return exited;
  };
  return {
    name,
    logFile,
    exited,
    hasExited: () => guard.exitCode !== null || guard.signalCode !== null,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/**
 * Resolves when something listens on the port.
 * @throws LocalProblem, with the end of its log, if the child ends first or does not listen in time; it is ended then
 */
export async function listening(child: Child, port: number, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await accepts(port))) {
    if (child.hasExited())
      throw new LocalProblem(`${child.name} ended before it was ready.`, endOfLog(child));
    if (Date.now() > deadline) {
      await child.stop();
      throw new LocalProblem(`${child.name} was not ready within ${timeoutMs / 1_000} s.`, endOfLog(child));
    }
    await wait(POLL_MS);
  }
}

/** The last lines of what it printed. */
export function endOfLog({ logFile }: Child): string {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  return lines.slice(-LOG_TAIL_LINES).join('\n');
}

function signalGroup(guard: ChildProcess, signal: NodeJS.Signals): void {
  if (guard.pid === undefined) return;
  try {
    process.kill(-guard.pid, signal);
  } catch (error) {
    // Nobody of the group is left: just what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
