import type { Violation } from '../../simulate/check/violation.ts';
import type { FragileSystem } from '../system.ts';
import type { Mode } from '../systems.ts';

/** What was measured of a target, in words, and whether that is what it should be. */
export interface Measured {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** What there is to measure on. */
export interface Ground {
  readonly mode: Mode;
  readonly system: FragileSystem;
  /** How many are written while sockets are cut. */
  readonly messages: number;
  /** For histories. */
  readonly folder: string;
}

/** Measures on a system that runs, and leaves it whole. */
export type Target = (ground: Ground) => Promise<readonly Measured[]>;

/** What was found broken, of all that was stored. */
export function found({
  violations,
  entries,
}: {
  violations: readonly Violation[];
  entries: number;
}): string {
  return [
    `${violations.length}, of ${entries} stored`,
    ...violations.slice(0, 1).map(({ detail }) => detail),
  ].join(': ');
}

/** A name that nobody has yet. */
export function newName(name: string): string {
  names += 1;
  return `${name}-t${names}`;
}
let names = 0;

export function addressOf({ ports }: FragileSystem, i = 0): string {
  return `http://127.0.0.1:${ports[i % ports.length]}`;
}
