import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** What is checked without running the code. Biome's rules also say which folder may import which. */
const CHECKS: readonly Check[] = [
  { name: 'types', command: ['tsc', '--project', '.'] },
  { name: 'lint, format, import directions', command: ['biome', 'ci', '.'] },
];

/**
 * Runs all checks, shows what they complain of, and says of each whether it passed.
 * @returns the names of those that did not
 */
export async function runChecks(): Promise<{ passed: number; failed: string[] }> {
  const failed: string[] = [];
  for (const { name, command } of CHECKS) {
    const ok = await succeeds(command);
    console.log(`${ok ? 'PASS' : 'FAIL'} ${name}`);
    if (!ok) failed.push(name);
  }
  return { passed: CHECKS.length - failed.length, failed };
}

function succeeds([program, ...args]: Check['command']): Promise<boolean> {
  const child = spawn(`node_modules/.bin/${program}`, args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
}
