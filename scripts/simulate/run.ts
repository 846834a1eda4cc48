import { conversationOf } from '../../lib/chat/conversation.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import { checkLeaks } from './check/leaks.ts';
import { checkLogs, type Logs } from './check/logs.ts';
import { checkPresence } from './check/presence.ts';
import { checkViews } from './check/views.ts';
import { type Violation, Violations } from './check/violation.ts';
import { type Mutant, NO_MUTANT } from './mutants/mutant.ts';
import { People } from './people.ts';
import { end, goAway, HEALED_AFTER_MS, heal, passing, storm, talkInPeace } from './phases.ts';
import type { Plan } from './plan.ts';
import { World } from './world.ts';

/** What came of a run. */
export interface Outcome {
  readonly violations: readonly Violation[];
  /** The same for the same plan. */
  readonly hash: string;
  /** How much happened. */
  readonly happened: number;
  readonly history: readonly string[];
}

export interface RunOptions {
  readonly mutant?: Mutant;
  readonly keepsHistory?: boolean;
}

/** Lets a plan happen, waits until it is quiet, and looks whether every promise was kept. */
export async function run(
  plan: Plan,
  { mutant = NO_MUTANT, keepsHistory }: RunOptions = {},
): Promise<Outcome> {
  // Imported on demand by the pages: nothing may be loaded while time is the world's.
  await import('../../frontend/sync/work.ts');
  const world = new World(plan, mutant, keepsHistory);
  const giveBack = world.lendGlobals();
  try {
    const violations = await happen(world);
    const { hash, happened } = world.scheduler;
    return { violations, hash, happened, history: world.witness.history };
  } finally {
    giveBack();
  }
}

async function happen(world: World): Promise<Violation[]> {
  const people = new People(world);
  await storm(world, people);
  await heal(world);
  const violations = new Violations();
  const look = async (when: string, areSidesKnown = false) => {
    world.witness.note(`— ${when}`);
    const logs = await logsOf(world);
    checkLogs(logs, world.witness, violations);
    await checkViews(world, logs, violations, areSidesKnown);
    return violations.all.length + world.witness.failures.length > 0;
  };
  if (await look('healed')) return allOf(world, violations);
  await talkInPeace(world, people);
  if (await look('talked in peace')) return allOf(world, violations);
  world.gateway.cut();
  await passing(world, HEALED_AFTER_MS);
  if (await look('connected once more', true)) return allOf(world, violations);
  await goAway(world);
  await checkPresence(world, violations);
  await checkLeaks(world, await end(world), violations);
  return allOf(world, violations);
}

function allOf({ witness }: World, violations: Violations): Violation[] {
  return [...witness.failures.map(asViolation), ...violations.all];
}

/** What a page or the store did wrong while it ran: the rule is what comes before the colon. */
function asViolation(failure: string): Violation {
  const [rule = failure] = failure.split(':', 1);
  return { rule: rule.includes('reported') ? 'a page reports no error' : rule, detail: failure };
}

async function logsOf({ server, plan }: World): Promise<Logs> {
  const logs = new Map<string, readonly Entry[]>();
  for (const one of plan.people) {
    for (const other of plan.people) {
      const name = conversationOf(one, other);
      logs.set(name, await server.store.entries.from(name, 1, Number.POSITIVE_INFINITY, { strong: true }));
    }
  }
  return logs;
}
