import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROMIUM_PATH, chromiumPath } from './bench/browser.ts';
import { buildFunctions } from './build/functions.ts';
import { buildPages } from './build/pages.ts';
import { runChecks } from './checks.ts';
import { HOW_TO_GET_REDIS, redisServerIsThere } from './redis/redis-server.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const REPORT = join(root, '.local/test-report.json');

/** A test that hangs must not keep a build machine for hours; a whole run takes a quarter of one. */
const LONGEST_RUN_MS = 40 * 60_000;

const WITHOUT_REDIS = ['--testPathIgnorePatterns', '<rootDir>/test/redis/'];

/** The part of Jest's report that is counted here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that could not even be loaded; their tests are in no other count. */
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * `npm test`: the checks, then every test. What comes behind `--` goes to Jest, as in `npm test -- test/chat`, and
 * then the checks are left out. The last line is the count; without a redis-server, it is what did not run for that.
 */
const jestArguments = process.argv.slice(2);
const checks = jestArguments.length === 0 ? await runChecks() : { passed: 0, failed: [] };
// Here and not by the tests that need them: the bundlers refuse objects that Jest's sandbox has made.
// The browser unpacks itself at its first use, which must not be that of two files of tests at once.
const [chromium] = await Promise.all([chromiumPath(), buildFunctions(), buildPages()]);
const hasRedis = await redisServerIsThere();
const report = await runJest(hasRedis ? jestArguments : [...jestArguments, ...WITHOUT_REDIS]);

const skipped = report.numPendingTests + report.numTodoTests;
const passed = checks.passed + report.numPassedTests;
const failed = checks.failed.length + report.numFailedTests + report.numRuntimeErrorTestSuites + skipped;
if (skipped > 0) console.log(`\n${skipped} tests were skipped, which counts as failed.`);
console.log(`\n${passed} passed, ${failed} failed`);
if (!hasRedis) {
  console.log(
    `The tests of Redis mode did not run. They need a redis-server: ${HOW_TO_GET_REDIS}; then npm test.`,
  );
}
process.exitCode = failed === 0 ? 0 : 1;

async function runJest(args: readonly string[]): Promise<Report> {
  mkdirSync(join(root, '.local'), { recursive: true });
  rmSync(REPORT, { force: true });
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [jest, '--json', `--outputFile=${REPORT}`, ...args], {
    cwd: root,
    // Jest's own ES module support is behind this flag.
    env: {
      ...process.env,
      ...(chromium !== undefined && { [CHROMIUM_PATH]: chromium }),
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
    // With --json, Jest's words to people go to standard error, and the report to the file as well as standard output.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  process.once('disconnect', () => child.kill('SIGTERM'));
  // Listening for that must not be what keeps this process going, when all else has ended.
  process.channel?.unref();
  const limit = setTimeout(() => {
    console.log(`\nThe tests were stopped: they took longer than ${LONGEST_RUN_MS / 60_000} minutes.`);
    child.kill('SIGKILL');
  }, LONGEST_RUN_MS);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(limit);
  const told = readReport();
  // No test at all, or a set-up that threw: Jest fails, though no test did.
  return code !== 0 && told.numFailedTests === 0
    ? { ...told, numRuntimeErrorTestSuites: Math.max(1, told.numRuntimeErrorTestSuites) }
    : told;
}

function readReport(): Report {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  } catch {
    console.log('\nJest ended without a report; its words are above.');
    return {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: 1,
    };
  }
}
