import type { Act } from './acts.ts';
import { ASSUMED_MS, type Metered } from './invocation-meter.ts';
import { type Doing, MORNING, type Morning } from './morning.ts';
import {
  add,
  costOf,
  costOfServing,
  KINDS,
  type Kind,
  MILLION,
  NOTHING,
  PRICES_AS_OF,
  STORAGE_GB_MONTH,
  TELLING,
  times,
  type Usage,
} from './usage.ts';

const DAYS_PER_MONTH = 30;
const BYTES_PER_GB = 1_024 ** 3;

const WHAT_IS_COUNTED: Readonly<Record<Kind, string>> = {
  frames: 'API Gateway, frames in',
  answers: 'API Gateway, answers',
  pushes: 'API Gateway, pushes',
  connectionMinutes: 'API Gateway, connection minutes',
  httpRequests: 'API Gateway, requests',
  cdnRequests: 'CloudFront, requests',
  lambdaRequests: 'Lambda, requests',
  lambdaGbSeconds: 'Lambda, GB-seconds on arm64',
  writeUnits: 'DynamoDB, write units',
  readUnits: 'DynamoDB, read units',
  trafficGb: 'what goes out, GB',
  logGb: 'CloudWatch Logs, GB',
  rareLogGb: 'CloudWatch Logs, infrequent access, GB',
  traces: 'X-Ray, traces',
};

const WHAT_IS_DONE: Readonly<Record<Doing, string>> = {
  open: 'pages opened',
  write: 'messages written',
  type: 'typing told',
  mark: 'marks, received and read',
  look: 'conversations opened',
  ping: 'pings',
  reconnect: 'sockets lost and opened again',
  close: 'pages closed',
};

export function usageOf(invocations: readonly Metered[]): Usage {
  return invocations.reduce((total, { usage }) => add(total, usage), NOTHING);
}

/** All that a morning uses, the open sockets included. */
function usageOfMorning({ invocations, connectionMinutes }: Morning): Usage {
  return add(usageOf([...invocations.values()].flat()), { connectionMinutes });
}

/** docs/costs.md, all of it. */
export function costsPage(acts: readonly Act[], morning: Morning, entryBytes: number): string {
  const [message] = acts;
  const day = usageOfMorning(morning);
  const kept = (DAYS_PER_MONTH * MORNING.messages * entryBytes) / BYTES_PER_GB;
  const month = DAYS_PER_MONTH * costOf(day) + kept * STORAGE_GB_MONTH;
  return `# What it costs

Written by \`npm run cost\`, which plays all of this through the real handlers on DynamoDB Local and counts by AWS's own rules:
units of DynamoDB from the items' sizes, API Gateway's messages by 32 KB begun, lines of the log by their bytes. Prices of
${PRICES_AS_OF} ([the list](../scripts/cost/prices-2026-11.json)), without free tiers and taxes; those of DynamoDB and Lambda are from third
parties' lists. No account was at hand to compare with a bill. What a function takes is assumed, not measured: ${ASSUMED_MS.own} ms of its own, ${ASSUMED_MS.database} ms for each
round of requests to DynamoDB, ${ASSUMED_MS.push} ms for pushes, with the memory that serverless.yml gives it.

## A message

From alice, who has one page open, to bob, who has one, in a conversation that is under way.

${kindsTable(usageOf(message?.invocations ?? []), MILLION, 'a million messages')}

What is below the first sum tells those who run it what was done.

## What people do

Each for a million times. A page is opened with a bootstrap, a socket, its first ping and two looks at the list.

| | frames | answers | pushes | requests | writes | reads | $ |
|---|---|---|---|---|---|---|---|
${acts.map(actRow).join('\n')}

## A morning

${MORNING.minutes / 60} hours of somebody with ${MORNING.devices} devices, who writes ${MORNING.messages} messages to ${MORNING.people} people and gets as many, and loses a socket ${MORNING.reconnects} times.

${doingsTable(morning, day)}

${kindsTable(day, 1, 'a morning', MILLION)}

| | $ |
|---|---|
| a message of such a morning, with all that goes with it | ${(costOf(day) / MORNING.messages).toFixed(7)} |
| a million of them | ${((MILLION * costOf(day)) / MORNING.messages).toFixed(2)} |
| an active person's month: ${DAYS_PER_MONTH} mornings, and ${(kept * 1_024).toFixed(1)} MB more to keep | ${month.toFixed(3)} |
| 100 active people's | ${(100 * month).toFixed(2)} |
| 10,000 | ${Math.round(10_000 * month).toLocaleString('en')} |
| 1,000,000, before API Gateway's discount beyond a billion messages | ${Math.round(MILLION * month).toLocaleString('en')} |

Per message of a morning: ${(day.writeUnits / MORNING.messages).toFixed(2)} write units and ${(day.readUnits / MORNING.messages).toFixed(2)} read units, ${((day.frames + day.answers + day.pushes) / MORNING.messages).toFixed(1)} messages of API Gateway's.
`;
}

function actRow({ name, invocations }: Act): string {
  const usage = usageOf(invocations);
  const { frames, answers, pushes, httpRequests, writeUnits, readUnits } = usage;
  const counts = [frames, answers, pushes, httpRequests, writeUnits, readUnits];
  return `| ${name} | ${counts.join(' | ')} | **${(MILLION * costOf(usage)).toFixed(2)}** |`;
}

function doingsTable({ invocations, connectionMinutes }: Morning, day: Usage): string {
  const rows = [...invocations].map(([doing, runs]) => {
    const usage = usageOf(runs);
    return { what: WHAT_IS_DONE[doing], runs: runs.length, usage };
  });
  const open = { what: 'sockets open', runs: 0, usage: add(NOTHING, { connectionMinutes }) };
  const shown = [...rows, open].toSorted((one, other) => costOf(other.usage) - costOf(one.usage));
  return `| | runs of functions | writes | reads | $ per million mornings | share |
|---|---|---|---|---|---|
${shown
  .map(({ what, runs, usage }) => {
    const cost = costOf(usage);
    const share = percent(cost / costOf(day));
    return `| ${what} | ${runs} | ${usage.writeUnits} | ${usage.readUnits} | ${(MILLION * cost).toFixed(1)} | ${share} |`;
  })
  .join('\n')}`;
}

/** What is used by kinds, the largest first; what only tells of it comes last. */
function kindsTable(usage: Usage, factor: number, of: string, costFactor = factor): string {
  const all = costOf(usage);
  const row = (kind: Kind) => {
    const cost = costOf(usage, [kind]);
    const amount = amountOf(times(usage, factor)[kind]);
    return `| ${WHAT_IS_COUNTED[kind]} | ${amount} | ${(costFactor * cost).toFixed(2)} | ${percent(cost / all)} |`;
  };
  const rows = (kinds: readonly Kind[]) =>
    kinds
      .filter((kind) => usage[kind] > 0)
      .toSorted((one, other) => costOf(usage, [other]) - costOf(usage, [one]))
      .map(row)
      .join('\n');
  const cost = (dollars: number) => (costFactor * dollars).toFixed(2);
  return `| of ${of} | amount | $${costFactor === factor ? '' : ' per million'} | share |
|---|---|---|---|
${rows(KINDS.filter((kind) => !TELLING.includes(kind)))}
| **what serves people** | | **${cost(costOfServing(usage))}** | ${percent(costOfServing(usage) / all)} |
${rows(TELLING)}
| **in all** | | **${cost(all)}** | |`;
}

function amountOf(amount: number): string {
  if (amount >= 10) return Math.round(amount).toLocaleString('en');
  return `${Number(amount.toPrecision(2))}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
