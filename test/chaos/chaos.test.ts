import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { check } from '../../scripts/chaos/check.ts';
import { History, readHistory } from '../../scripts/chaos/history.ts';
import type { Fault, Plan } from '../../scripts/chaos/plan.ts';
import { planOf } from '../../scripts/chaos/plan.ts';
import { run } from '../../scripts/chaos/run.ts';
import type { FragileSystem } from '../../scripts/chaos/system.ts';
import { START } from '../../scripts/chaos/systems.ts';
import { quietly } from '../../scripts/local/progress.ts';
import { chanceOf } from '../../scripts/simulate/chance.ts';
import { keepLogsOf } from '../support/kept-for-scan.ts';

jest.setTimeout(120_000);

const SEED = 1;
const STORM_MS = 4_000;

const folder = mkdtempSync(join(tmpdir(), 'chat-chaos-test-'));
let system: FragileSystem;

beforeAll(async () => {
  const chance = chanceOf(SEED);
  system = await START.local(folder, () => chance.fraction('trouble'), quietly);
});

afterAll(async () => {
  await system?.stop();
  keepLogsOf(folder);
  rmSync(folder, { recursive: true, force: true });
});

/** One of each kind, all of them within the storm. */
const FAULTS: readonly Fault[] = [
  { kind: 'throttles and lost answers', at: 0, forMs: 2_500, which: 0 },
  { kind: 'resets', where: 'a device', at: 200, forMs: 2_000, which: 0.3 },
  { kind: 'slices', where: 'a device', at: 0, forMs: 2_000, which: 0.6 },
  { kind: 'a push service that hangs', at: 0, forMs: 2_000, which: 0 },
  { kind: 'a black hole, then resets', where: 'the sockets', at: 800, forMs: 700, which: 0 },
  { kind: 'a black hole', where: 'the database', at: 1_500, forMs: 500, which: 0 },
  { kind: 'a full disk', at: 500, forMs: 500, which: 0 },
  { kind: 'kills', at: 2_200, forMs: 100, which: 0.9 },
];

const plan: Plan = { ...planOf(SEED, STORM_MS), faults: FAULTS };

test('nothing that is answered is lost, doubled or out of order, whatever really breaks', async () => {
  const file = join(folder, 'history.jsonl');
  const { violations, entries } = await run(plan, system, file);
  expect(violations).toEqual([]);
  expect(entries).toBeGreaterThan(20);
  const broke = readHistory(file).filter(({ what }) => what === 'broke');
  expect(broke).toHaveLength(FAULTS.length);

  await findsWhatIsWrong(file);
});

/** The checker, of a history in which something was answered that the table does not have, or is shown that it does not say. */
async function findsWhatIsWrong(file: string): Promise<void> {
  const happenings = readHistory(file);
  const people = ['alice', 'bob', 'dave'].map((name) => `${name}-${SEED}`);
  const rulesOf = async (changed: typeof happenings) => {
    const other = new History(join(folder, 'changed.jsonl'));
    for (const happening of changed) other.note(happening);
    const { violations } = await check(other.file, system.endpoint(), people);
    return violations.map(({ rule }) => rule);
  };
  const answered = happenings.find(({ what }) => what === 'answered');
  const shows = happenings.find(({ what }) => what === 'shows');
  if (answered?.what !== 'answered' || shows?.what !== 'shows') throw new Error('There is too little in it.');
  const [stored] = answered.stored;
  if (!stored) throw new Error('Nothing was stored.');
  const lost = { ...answered, stored: [{ ...stored, clientId: 'lost', seq: 9_999 }] };
  expect(await rulesOf([...happenings, lost])).toContain('what is answered is in the log');
  const doubled = { ...shows, shown: [...shows.shown, ...shows.shown.slice(-1)] };
  expect(await rulesOf([...happenings, doubled])).toContain('a page shows what the log says');
}
