import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planOf } from './chaos/plan.ts';
import { HEALED_WITHIN_MS, type Outcome, run } from './chaos/run.ts';
import type { FragileSystem } from './chaos/system.ts';
import { MODES, type Mode, START } from './chaos/systems.ts';
import { TARGETS } from './chaos/targets/all.ts';
import type { Measured } from './chaos/targets/target.ts';
import { parseArguments, wholeNumber } from './local/arguments.ts';
import { LocalProblem } from './local/problem.ts';
import { step } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';
import { LOCAL_FOLDER } from './local/system.ts';
import { chanceOf } from './simulate/chance.ts';

const MOST_RUNS = 1_000;
const MOST_SECONDS = 120;
const HISTORIES = join(LOCAL_FOLDER, 'chaos');

/** `npm run chaos`: a chat on this machine whose parts and networks break; docs/delivery.md says what it promises. */
await reportProblem(async () => {
  const { runs, seed, modes, seconds, targets, messages } = askedFor();
  mkdirSync(HISTORIES, { recursive: true });
  for (const mode of modes) {
    await withSystem(mode, seed, async (system) => {
      if (targets) {
        for (const target of TARGETS) {
          for (const each of await target({ mode, system, messages, folder: HISTORIES }))
            tellMeasured(mode, each);
        }
        return;
      }
      for (let i = 0; i < runs; i += 1) {
        const plan = planOf(seed + i, seconds * 1_000);
        const historyFile = join(HISTORIES, `${mode}-${plan.seed}.jsonl`);
        tell(mode, plan.seed, await run(plan, system, historyFile));
      }
    });
  }
});

async function withSystem(
  mode: Mode,
  seed: number,
  use: (system: FragileSystem) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-chaos-'));
  const chance = chanceOf(seed);
  const system = await START[mode](folder, () => chance.fraction('trouble'), step);
  try {
    await use(system);
  } finally {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(
  mode: Mode,
  seed: number,
  { violations, healedMs, entries, faults, historyFile }: Outcome,
): void {
  const isLate = healedMs > HEALED_WITHIN_MS;
  const healed = `healed after ${(healedMs / 1_000).toFixed(1)} s`;
  console.log(`${mode}, seed ${seed}: ${faults} faults, ${entries} entries, ${healed}`);
  if (violations.length === 0 && !isLate) return;
  process.exitCode = 1;
  for (const { rule, detail } of violations.slice(0, 5)) console.log(`  Broken: ${rule}\n    ${detail}`);
  console.log(`  What happened is in ${historyFile}`);
}

function tellMeasured(mode: Mode, { what, target, measured, isMet }: Measured): void {
  console.log(`${isMet ? 'met' : 'MISSED'}  ${mode}: ${what}: ${measured} (${target})`);
  if (!isMet) process.exitCode = 1;
}

interface Asked {
  readonly runs: number;
  readonly seed: number;
  readonly modes: readonly Mode[];
  readonly seconds: number;
  readonly targets: boolean;
  readonly messages: number;
}

function askedFor(): Asked {
  const { runs, seed, mode, seconds, targets, messages } = parseArguments(
    process.argv.slice(2),
    {
      /** Of as many seeds from the first one on, in each mode. */
      runs: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      mode: { type: 'string' },
      /** How long people act and things break, in each run. */
      seconds: { type: 'string', default: '12' },
      /** Measures what docs/delivery.md has figures of, in place of runs. */
      targets: { type: 'boolean', default: false },
      /** With --targets: how many are written while sockets are cut. */
      messages: { type: 'string', default: '10000' },
    },
    '--runs <number>, --seed <number>, --mode local or redis (both, if left out), --seconds <number>, --targets, --messages <number>',
  );
  const modes = MODES.filter((each) => mode === undefined || each === mode);
  if (modes.length === 0) throw new LocalProblem('--mode is local or redis.');
  return {
    modes,
    targets,
    messages: wholeNumber(8, 100_000, 'messages', messages),
    runs: wholeNumber(1, MOST_RUNS, 'runs', runs),
    seed: wholeNumber(0, Number.MAX_SAFE_INTEGER, 'seed', seed),
    seconds: wholeNumber(1, MOST_SECONDS, 'seconds', seconds),
  };
}
