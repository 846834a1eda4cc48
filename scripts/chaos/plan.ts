import { chanceOf } from '../simulate/chance.ts';

/** What goes wrong on a network. */
export const NETWORK_FAULTS = [
  'latency',
  'resets',
  'a black hole',
  'a black hole, then resets',
  'slices',
  'little bandwidth',
  'a reader that hardly reads',
] as const;

export type NetworkFault = (typeof NETWORK_FAULTS)[number];

/** Something that goes wrong for a while. */
export type Breakage =
  | { readonly kind: NetworkFault; readonly where: 'a device' | 'the database' | 'the sockets' }
  | {
      readonly kind:
        | 'throttles and lost answers'
        | 'a full disk'
        | 'a push service that hangs'
        | 'a push service that refuses';
    }
  /** Again and again, once a second. */
  | { readonly kind: 'kills' };

export type Fault = Breakage & {
  /** ms since the beginning */
  readonly at: number;
  readonly forMs: number;
  /** In [0, 1): which device, or which part. */
  readonly which: number;
};

export const DEEDS = ['write', 'write to who is away', 'edit', 'delete', 'react', 'reload'] as const;

/** Something that somebody does at a device. */
export interface Deed {
  readonly what: (typeof DEEDS)[number];
  readonly at: number;
  /** In [0, 1): at which device; and with which message, where it is about one. */
  readonly which: number;
  readonly target: number;
}

/** What happens in a run, made from its seed. */
export interface Plan {
  readonly seed: number;
  readonly stormMs: number;
  readonly faults: readonly Fault[];
  readonly deeds: readonly Deed[];
}

const FAULTS = { least: 3, most: 8 };
const FAULT_MS = { least: 500, most: 5_000 };
const DEEDS_PER_SECOND = 8;

/** Of so many faults one is of the network, one of a device's alone; the others are of all kinds. */
const OF_A_NETWORK_SHARE = 0.6;
const OF_A_DEVICE_SHARE = 0.5;

const OTHERS: readonly Exclude<Breakage['kind'], NetworkFault>[] = [
  'throttles and lost answers',
  'throttles and lost answers',
  'a push service that hangs',
  'a push service that refuses',
  'a full disk',
  'kills',
  'kills',
];

/** What a database or a Management API can't have is a reader that hardly reads: nothing waits for it. */
const OF_SERVERS = NETWORK_FAULTS.filter((kind) => kind !== 'a reader that hardly reads');

/** What happens in the run with a seed, within so much time. */
export function planOf(seed: number, stormMs: number): Plan {
  const chance = chanceOf(seed);
  const faults = Math.floor(chance.between('faults', FAULTS.least, FAULTS.most + 1));
  const breakage = (): Breakage => {
    if (chance.fraction('network') >= OF_A_NETWORK_SHARE) return { kind: chance.oneOf('kind', OTHERS) };
    if (chance.fraction('device') < OF_A_DEVICE_SHARE) {
      return { kind: chance.oneOf('kind', NETWORK_FAULTS), where: 'a device' };
    }
    return {
      kind: chance.oneOf('kind', OF_SERVERS),
      where: chance.oneOf('where', ['the database', 'the sockets']),
    };
  };
  return {
    seed,
    stormMs,
    faults: Array.from({ length: faults }, () => {
      const at = chance.between('at', 0, stormMs * 0.8);
      return {
        ...breakage(),
        at,
        forMs: Math.min(chance.between('for', FAULT_MS.least, FAULT_MS.most), stormMs - at),
        which: chance.fraction('which'),
      };
    }),
    deeds: Array.from({ length: Math.floor((stormMs * DEEDS_PER_SECOND) / 1_000) }, () => ({
      what: chance.fraction('writes') < 0.75 ? ('write' as const) : chance.oneOf('what', DEEDS),
      at: chance.between('when', 0, stormMs),
      which: chance.fraction('who'),
      target: chance.fraction('target'),
    })).sort((one, other) => one.at - other.at),
  };
}
