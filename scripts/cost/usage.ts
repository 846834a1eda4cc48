import { readFileSync } from 'node:fs';

interface PriceList {
  readonly asOf: string;
  readonly region: string;
  /** In USD, as are the others. */
  readonly perMillion: Readonly<Record<string, number>>;
  readonly perOne: Readonly<Record<string, number>>;
}

const prices = JSON.parse(readFileSync(new URL('prices-2026-11.json', import.meta.url), 'utf8')) as PriceList;

/** What AWS counts. */
export const KINDS = [
  'frames',
  'answers',
  'pushes',
  'connectionMinutes',
  'httpRequests',
  'cdnRequests',
  'lambdaRequests',
  'lambdaGbSeconds',
  'writeUnits',
  'readUnits',
  'trafficGb',
  'logGb',
  'rareLogGb',
  'traces',
] as const;
export type Kind = (typeof KINDS)[number];

/** How much of each has been used. */
export type Usage = Readonly<Record<Kind, number>>;

export const PRICES_AS_OF = `${prices.region}, ${prices.asOf}`;
export const MILLION = 1_000_000;

/** In USD, each for one. */
const PRICES = fromKinds((kind) =>
  priceOf(['frames', 'answers', 'pushes'].includes(kind) ? 'socketMessages' : kind),
);

/** Of keeping a GB for a month, backups included, in USD. */
export const STORAGE_GB_MONTH = priceOf('storageGbMonths');

/** Kinds that tell of what was done and don't do it: an operator could leave them out, and nobody would notice. */
export const TELLING: readonly Kind[] = ['logGb', 'rareLogGb', 'traces'];

export const NOTHING = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Usage;

export function add(one: Usage, other: Partial<Usage>): Usage {
  return fromKinds((kind) => one[kind] + (other[kind] ?? 0));
}

export function times(usage: Usage, factor: number): Usage {
  return fromKinds((kind) => usage[kind] * factor);
}

/** In USD. */
export function costOf(usage: Usage, kinds: readonly Kind[] = KINDS): number {
  return kinds.reduce((total, kind) => total + usage[kind] * PRICES[kind], 0);
}

/** In USD, of what serves people, without what tells operators of it. */
export function costOfServing(usage: Usage): number {
  return costOf(
    usage,
    KINDS.filter((kind) => !TELLING.includes(kind)),
  );
}

function priceOf(name: string): number {
  const price = prices.perOne[name] ?? (prices.perMillion[name] ?? Number.NaN) / MILLION;
  if (Number.isNaN(price)) throw new Error(`The list of prices has none for ${name}.`);
  return price;
}

function fromKinds(amount: (kind: Kind) => number): Usage {
  return Object.fromEntries(KINDS.map((kind) => [kind, amount(kind)])) as Usage;
}
