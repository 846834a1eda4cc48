import { conversationOf } from '../../lib/chat/conversation.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import { LEASE_MS } from '../../lib/protocol/limits.ts';
import { checkLeaks } from './check/leaks.ts';
import { checkLogs, type Logs } from './check/logs.ts';
import { checkPresence } from './check/presence.ts';
import { checkViews } from './check/views.ts';
import { type Violation, Violations } from './check/violation.ts';
import { type Mutant, NO_MUTANT } from './mutants/mutant.ts';
import { People } from './people.ts';
import type { Plan } from './plan.ts';
import { PASSWORD, World } from './world.ts';

/** The pages are opened one after the other at first. */
const OPENED_WITHIN_MS = 1_500;

/** After the last fault, what was under way is given up on, and tried again, within this time. */
const HEALED_AFTER_MS = 75_000;

/** Every socket was handed over to another one by then. */
const HANDED_OVER_AFTER_MS = 2 * 60 * 60_000;

/** A connection whose lease was not renewed has none by then, and who looks has asked once more. */
const AFTER_LEASE_MS = LEASE_MS + 60_000;

/** What is written in peace is on every page by then; and what was to be told of it has been. */
const DELIVERED_AFTER_MS = 2_000;
const MARKED_AFTER_MS = 6_000;

const ENDED_AFTER_MS = 30_000;

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
  await end(world, violations);
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

async function passing({ scheduler }: World, ms: number): Promise<void> {
  await scheduler.runUntil(scheduler.now + ms);
}

async function storm(world: World, people: People): Promise<void> {
  const { scheduler, chance, plan } = world;
  await world.signUp();
  for (const tab of plan.tabs) {
    scheduler.after(chance.between('openings', 0, OPENED_WITHIN_MS), `${tab} opens`, () => world.open(tab));
  }
  people.begin(plan.actions);
  await passing(world, plan.stormMs);
}

/** Nothing goes wrong any more; every page is there, signed in, and has a network; and somebody has a new device. */
async function heal(world: World): Promise<void> {
  const { scheduler, chance, plan, pages, gateway } = world;
  world.witness.note('— the faults are over');
  world.faults.end();
  for (const tab of plan.tabs) if (!pages.has(tab)) world.open(tab);
  if (!plan.outlastsSockets) {
    gateway.cut();
    for (const page of pages.values()) {
      scheduler.after(
        0,
        `${page.name} has another network`,
        () => {
          for (const lost of [...page.networkLosers, ...page.wakers]) lost();
        },
        page,
      );
    }
  }
  await passing(world, HEALED_AFTER_MS);
  const newTab = `${chance.oneOf('new device', plan.people)}-new-1`;
  await world.logIn(newTab);
  world.open(newTab);
  if (plan.outlastsSockets) await passing(world, HANDED_OVER_AFTER_MS);
  logIn(world);
  await passing(world, HEALED_AFTER_MS);
}

/** Whose log-out was done and not answered is told so at the latest when the next socket is opened. */
function logIn({ scheduler, pages }: World): void {
  for (const page of pages.values()) {
    if (page.state.session.status !== 'signed-out') continue;
    const again = () => void page.chat.logIn({ name: page.person, password: PASSWORD });
    scheduler.after(0, `${page.name} logs in`, again, page);
  }
}

/** Everybody writes to everybody when no connection lives on the lease any more that it had at first. */
async function talkInPeace(world: World, people: People): Promise<void> {
  await passing(world, AFTER_LEASE_MS);
  writeInPeace(world, people);
  await passing(world, DELIVERED_AFTER_MS);
  await passing(world, MARKED_AFTER_MS);
}

/** Everybody writes to everybody, from one of their pages, and one is looked at on each. */
function writeInPeace(world: World, people: People): void {
  const { scheduler, plan, pages } = world;
  for (const person of plan.people) {
    const [page] = [...pages.values()].filter((each) => each.person === person);
    for (const peer of plan.people) {
      if (!page) continue;
      const open = () => {
        if (page.state.open === null) page.chat.open(peer);
        people.send(page, peer);
      };
      scheduler.after(0, `${page.name} writes in peace`, open, page);
    }
  }
}

/** Everybody looks once more, and all pages of the first person are gone without a word. */
async function goAway(world: World): Promise<void> {
  // Who was new to each other has accepted each other, which shows when one looks again.
  for (const page of world.pages.values()) {
    const look = () => {
      const { open } = page.state;
      page.chat.close();
      if (open !== null) page.chat.open(open);
    };
    world.scheduler.after(0, `${page.name} looks again`, look, page);
  }
  await passing(world, MARKED_AFTER_MS);
  const [person] = world.plan.people;
  for (const [tab, page] of world.pages) if (page.person === person) world.leave(tab, true);
  await passing(world, AFTER_LEASE_MS);
}

async function end(world: World, violations: Violations): Promise<void> {
  const pages = [...world.pages.values()];
  for (const page of pages) {
    world.scheduler.after(0, `${page.name} ends`, () => page.chat.stop(), page);
  }
  await passing(world, ENDED_AFTER_MS);
  await checkLeaks(world, pages, violations);
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
