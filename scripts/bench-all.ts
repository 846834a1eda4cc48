import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCHES, type Bench, benchmarksPage } from './bench/benchmarks-page.ts';
import { PLOTS, PROJECT, sectionEnvironment } from './bench/section.ts';
import { parseArguments } from './local/arguments.ts';
import { LocalProblem } from './local/problem.ts';
import { reportProblem } from './local/report-problem.ts';
import { LOCAL_FOLDER } from './local/system.ts';

const SECTIONS = join(LOCAL_FOLDER, 'bench');
const PAGE = join(PROJECT, 'docs/benchmarks.md');

/** A bench that is under way ends with this. */
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * `npm run bench:all`: all benches one after the other, and docs/benchmarks.md with what they have found. `--only growth,cold`
 * takes some of them anew and the others as they were; `--short` shows in minutes whether they work.
 */
await reportProblem(async () => {
  const { only, short } = askedFor();
  mkdirSync(SECTIONS, { recursive: true });
  for (const bench of BENCHES) {
    if (!only.includes(bench.name) && existsSync(sectionOf(bench))) continue;
    console.log(`\n## ${bench.title}`);
    await run(bench, short);
    appendFileSync(sectionOf(bench), `\n\n${taken(new Date())}`);
  }
  const sections = BENCHES.map((bench) => ({ bench, section: readFileSync(sectionOf(bench), 'utf8') }));
  writeFileSync(PAGE, benchmarksPage(sections, { short }));
  console.log('\nThis is in docs/benchmarks.md now.');
});

/** When and of what: with `--only`, not all are of one day. */
function taken(at: Date): string {
  return `Taken on ${at.toISOString().slice(0, 10)}, at commit \`${commit()}\`.`;
}

/** At which the figures were taken; `-dirty` if not at that alone, but for the docs, which have no part in them. */
function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: PROJECT, encoding: 'utf8' }).trim();
  const at = git('rev-parse', '--short', 'HEAD');
  return git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs') === ''
    ? at
    : `${at}-dirty`;
}

function sectionOf({ name }: Bench): string {
  return join(SECTIONS, `${name}.md`);
}

async function run(bench: Bench, short: boolean): Promise<void> {
  rmSync(sectionOf(bench), { force: true });
  const script = join(PROJECT, 'scripts', `${bench.script}.ts`);
  const child = spawn(process.execPath, [script, ...(short ? bench.short : [])], {
    cwd: PROJECT,
    stdio: 'inherit',
    env: { ...process.env, ...sectionEnvironment(sectionOf(bench), join(PROJECT, 'docs', PLOTS)) },
  });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of STOPS) process.once(signal, stop);
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  for (const signal of STOPS) process.off(signal, stop);
  // One that found something undelivered ends with an error and has its section all the same: that belongs into the page.
  if (!existsSync(sectionOf(bench))) {
    throw new LocalProblem(`${bench.script} has ended without its section; its words are above.`);
  }
}

function askedFor(): { only: readonly string[]; short: boolean } {
  const names = BENCHES.map(({ name }) => name);
  const given = parseArguments(
    process.argv.slice(2),
    { only: { type: 'string' }, short: { type: 'boolean', default: false } },
    `--only <one or more of ${names.join(',')}>, --short`,
  );
  const only = given.only?.split(',') ?? names;
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new LocalProblem(`--only is one or more of ${names.join(', ')}.`);
  return { only, short: given.short };
}
