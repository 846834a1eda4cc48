import type { Plan } from './plan.ts';
import type { Outcome } from './run.ts';

/** The history of a run is for people: no more of it than one reads. */
const MOST_LINES = 120;
const MOST_CHARACTERS = 220;

/** What was planned, what happened, and what came of it, to be read from top to bottom. */
export function reportOf(plan: Plan, { violations, history }: Outcome): string {
  const { people, tabs, actions, faults, stormMs } = plan;
  const last = history.slice(-MOST_LINES).map((line) => line.slice(0, MOST_CHARACTERS));
  return [
    `Seed ${plan.seed}: ${people.join(', ')} at ${tabs.join(', ')}, for ${stormMs / 1_000} s`,
    ...actions.map(
      ({ at, tab, what, with: name }) => `  ${String(at).padStart(7)} ms  ${tab}: ${what} ${name}`,
    ),
    ...faults.map(
      ({ at, forMs, kind, tab, share }) =>
        `  ${String(at).padStart(7)} ms  for ${forMs} ms: ${kind}${tab ? `, ${tab}` : ''} (${share * 100} %)`,
    ),
    '',
    ...(history.length > last.length ? [`  … ${history.length - last.length} lines before`] : []),
    ...last,
    '',
    ...violations.slice(0, 5).map(({ rule, detail }) => `Broken: ${rule}\n  ${detail}`),
  ].join('\n');
}
