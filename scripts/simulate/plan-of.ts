import { type Chance, chanceOf } from './chance.ts';
import { ACTIONS, type Action, FAULTS, type Fault, type FaultKind, type Plan } from './plan.ts';

const NAMES = ['alice', 'bob', 'carol'];
const BROWSERS = ['phone', 'laptop', 'tablet'];

const STORM_MS = { least: 10_000, most: 60_000 };
const ACTIONS_COUNT = { least: 5, most: 40 };
const FAULTS_COUNT = { least: 0, most: 12 };
const FAULT_MS = { least: 500, most: 20_000 };

/** One run of so many goes on for as long as a socket may live; it is a long time, though little happens in it. */
const OUTLASTING_SHARE = 1 / 12;

/** One run of so many has somebody write more than a page of the log holds. */
const MANY_SHARE = 1 / 10;

/** What people do most of all is to write. */
const USUAL: readonly Action['what'][] = ['send', 'send', 'send', 'send', 'send', 'read', 'open'];

/** Of these it is only one tab that is concerned, if any. */
const OF_THE_SERVER: readonly FaultKind[] = [
  'the store throttles',
  'the store is slow',
  'a write is done and fails',
  'a put meets itself',
  'reads are stale',
  'a handler is killed',
  'a push hangs',
  'a push fails',
  "a machine's clock is wrong",
];

/** What most depends on the moment. */
const OFTEN: readonly FaultKind[] = [
  'a handler is killed',
  'a handler is killed',
  'a write is done and fails',
];

/** What happens in the run with a seed. */
export function planOf(seed: number): Plan {
  const chance = chanceOf(seed);
  const whole = (stream: string, { least, most }: { least: number; most: number }) =>
    Math.floor(chance.between(stream, least, most + 1));
  const people = NAMES.slice(0, whole('people', { least: 2, most: 3 }));
  const tabs = people.flatMap((person) => tabsOf(person, chance));
  const stormMs = whole('storm', STORM_MS);
  const hasMany = chance.fraction('many') < MANY_SHARE;
  return {
    seed,
    people,
    tabs,
    stormMs,
    outlastsSockets: chance.fraction('outlasts') < OUTLASTING_SHARE,
    actions: Array.from({ length: whole('actions', ACTIONS_COUNT) }, () =>
      actionOf(chance, people, tabs, stormMs, hasMany),
    ).sort((one, other) => one.at - other.at),
    faults: Array.from({ length: whole('faults', FAULTS_COUNT) }, (_, i) =>
      faultOf(chance, i, tabs, stormMs),
    ),
  };
}

/** Up to three browsers, one of them with a second tab at times. */
function tabsOf(person: string, chance: Chance): string[] {
  const count = 1 + Math.floor(chance.fraction('browsers') * BROWSERS.length);
  const browsers = BROWSERS.slice(0, count).map((browser) => `${person}-${browser}-1`);
  return chance.fraction('second tab') < 0.4 ? [...browsers, `${person}-phone-2`] : browsers;
}

function actionOf(
  chance: Chance,
  people: readonly string[],
  tabs: readonly string[],
  stormMs: number,
  hasMany: boolean,
): Action {
  const all = ACTIONS.filter((what) => hasMany || what !== 'send-many');
  return {
    what: chance.oneOf('what', [...USUAL, ...all]),
    at: Math.floor(chance.between('when', 0, stormMs)),
    tab: chance.oneOf('where', tabs),
    // Most of all between the first two, so that they meet.
    with: chance.oneOf('with', [...people, 'alice', 'bob', 'alice', 'bob']),
    which: chance.fraction('which'),
  };
}

function faultOf(chance: Chance, i: number, tabs: readonly string[], stormMs: number): Fault {
  const kind = chance.oneOf('kind', [...FAULTS, ...OFTEN]);
  const isForAll = OF_THE_SERVER.includes(kind) || chance.fraction('for all') < 0.3;
  return {
    id: `fault ${i}`,
    kind,
    // Rather early than late: how something begins is what has the most ways to go wrong.
    at: Math.floor(chance.fraction('from') ** 2 * stormMs),
    forMs: Math.floor(chance.between('how long', FAULT_MS.least, FAULT_MS.most)),
    share: chance.oneOf('share', [0.1, 0.3, 0.6, 1]),
    ...(!isForAll && { tab: chance.oneOf('whose', tabs) }),
  };
}
