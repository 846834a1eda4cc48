import { LEASE_MS } from '../../lib/protocol/limits.ts';
import type { Page } from './page.ts';
import type { People } from './people.ts';
import { PASSWORD, type World } from './world.ts';

/** The pages are opened one after the other at first. */
const OPENED_WITHIN_MS = 1_500;

/** After the last fault, what was under way is given up on, and tried again, within this time. */
export const HEALED_AFTER_MS = 75_000;

/** Every socket was handed over to another one by then. */
const HANDED_OVER_AFTER_MS = 2 * 60 * 60_000;

/** A connection whose lease was not renewed has none by then, and who looks has asked once more. */
const AFTER_LEASE_MS = LEASE_MS + 60_000;

/** What is written in peace is on every page by then; and what was to be told of it has been. */
const DELIVERED_AFTER_MS = 2_000;
const MARKED_AFTER_MS = 6_000;

const ENDED_AFTER_MS = 30_000;

/** Lets time go by, and with it all that happens in it. */
export async function passing({ scheduler }: World, ms: number): Promise<void> {
  await scheduler.runUntil(scheduler.now + ms);
}

/** People act, and things break. */
export async function storm(world: World, people: People): Promise<void> {
  const { scheduler, chance, plan } = world;
  await world.signUp();
  for (const tab of plan.tabs) {
    scheduler.after(chance.between('openings', 0, OPENED_WITHIN_MS), `${tab} opens`, () => world.open(tab));
  }
  people.begin(plan.actions);
  await passing(world, plan.stormMs);
}

/** Nothing goes wrong any more; every page is there, signed in, and has a network; and somebody has a new device. */
export async function heal(world: World): Promise<void> {
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
export async function talkInPeace(world: World, people: People): Promise<void> {
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
export async function goAway(world: World): Promise<void> {
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

/** Every page is closed. @returns them */
export async function end(world: World): Promise<Page[]> {
  const pages = [...world.pages.values()];
  for (const page of pages) {
    world.scheduler.after(0, `${page.name} ends`, () => page.chat.stop(), page);
  }
  await passing(world, ENDED_AFTER_MS);
  return pages;
}
