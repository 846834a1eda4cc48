import prices from './prices-2026-11.json' with { type: 'json' };

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

const SOCKET_MESSAGE = prices.perMillion.socketMessages;

/** In USD, each for one. */
const PRICES: Usage = {
  frames: SOCKET_MESSAGE / MILLION,
  answers: SOCKET_MESSAGE / MILLION,
  pushes: SOCKET_MESSAGE / MILLION,
  connectionMinutes: prices.perMillion.connectionMinutes / MILLION,
  httpRequests: prices.perMillion.httpRequests / MILLION,
  cdnRequests: prices.perMillion.cdnRequests / MILLION,
  lambdaRequests: prices.perMillion.lambdaRequests / MILLION,
  lambdaGbSeconds: prices.perMillion.lambdaGbSeconds / MILLION,
  writeUnits: prices.perMillion.writeUnits / MILLION,
  readUnits: prices.perMillion.readUnits / MILLION,
  trafficGb: prices.perOne.trafficGb,
  logGb: prices.perOne.logGb,
  rareLogGb: prices.perOne.rareLogGb,
  traces: prices.perMillion.traces / MILLION,
};

/** Of keeping a GB for a month, backups included, in USD. */
export const STORAGE_GB_MONTH = prices.perOne.storageGbMonths;

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

function fromKinds(amount: (kind: Kind) => number): Usage {
  return Object.fromEntries(KINDS.map((kind) => [kind, amount(kind)])) as Usage;
}
