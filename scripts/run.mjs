/**
 * Runs a script of this folder: `node scripts/run.mjs start …`.
 *
 * Plain JavaScript without a dependency, because it is what makes the rest possible: it installs what is missing
 * from the lock file, then goes on with Node 24, the version that Lambda runs, whatever Node started it.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 19];
const SIGN_OF_LIFE_MS = 5_000;

const root = fileURLToPath(new URL('../', import.meta.url));
const installedMark = `${root}node_modules/.installed-lock`;
const [script, ...args] = process.argv.slice(2);

requireNode();
await installWhatIsMissing();
process.exitCode = await runScript();

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  fail(
    `This needs Node ${OLDEST_NODE.join('.')} or later, and this is ${process.versions.node}: https://nodejs.org`,
  );
}

async function installWhatIsMissing() {
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (readIfThere(installedMark) === lock) return;
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1_000);
  console.log('Installing packages from the npm registry; the first time this takes a minute or two …');
  const signs = setInterval(() => console.log(`  … still installing (${seconds()} s)`), SIGN_OF_LIFE_MS);
  const { code, output } = await npmCi();
  clearInterval(signs);
  if (code !== 0) {
    fail(
      `${output}\nInstalling failed: see npm's words above. Is the npm registry within reach? Then try again.`,
    );
  }
  writeFileSync(installedMark, lock);
  console.log(`  installed in ${seconds()} s`);
}

function npmCi() {
  // npm's own path, not its name: on Windows the name is a .cmd, which spawn does not start.
  const npm = process.env.npm_execpath;
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = npm
    ? spawn(process.execPath, [npm, ...flags], { cwd: root })
    : spawn('npm', flags, { cwd: root });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `npm can't be started: ${error.message}` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function runScript() {
  const node = `${root}node_modules/node/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`;
  // The channel closes when this process ends, however it ends: the script takes that for Ctrl-C.
  const child = spawn(node, [`${root}scripts/${script}.ts`, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // The script needs a moment to stop what it started; this process waits for it. Ctrl-C at a terminal reaches the
  // script by itself as well, and is as good as one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', (error) =>
      fail(`Node 24 can't be started (${error.message}): delete node_modules, try again.`),
    );
    child.on('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
