import { join } from 'node:path';
import { type Fault, planOf } from '../plan.ts';
import { HEALED_WITHIN_MS, run } from '../run.ts';
import { found, type Target } from './target.ts';

const KILLED_FOR_MS = 60_000;

/** Beyond those of runs, whose people have its number in their names. */
const SEED = 1_000_000;

/** Each process of the chat is killed a second after it has come back, all at the same time, while people write. */
export const kills: Target = async ({ system, mode, folder }) => {
  const plan = planOf(SEED, KILLED_FOR_MS);
  const { parts } = system;
  const faults = parts.map(
    (_, i): Fault => ({ kind: 'kills', at: 0, forMs: KILLED_FOR_MS, which: i / parts.length }),
  );
  const outcome = await run({ ...plan, faults }, system, join(folder, `${mode}-kills.jsonl`));
  const { violations, healedMs } = outcome;
  const all = `${parts.length} processes killed once a second for ${KILLED_FOR_MS / 1_000} s`;
  return [
    {
      what: `${all}: lost, doubled, out of order, missing on a device`,
      target: '0',
      measured: found(outcome),
      isMet: violations.length === 0,
    },
    {
      what: `${all}: until everything is everywhere`,
      target: `<= ${HEALED_WITHIN_MS / 1_000} s`,
      measured: `${(healedMs / 1_000).toFixed(1)} s`,
      isMet: healedMs <= HEALED_WITHIN_MS,
    },
  ];
};
