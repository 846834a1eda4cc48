import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { StoredEntry } from '../../lib/protocol/server-frames.ts';
import type { Shown } from '../simulate/check/shown.ts';
import type { Typed } from '../simulate/witness.ts';

/** Something that was seen from the outside. What stands further down happened later. */
export type Happening =
  | ({ readonly what: 'typed' } & Typed)
  | { readonly what: 'sent'; readonly page: string; readonly clientIds: readonly string[] }
  | {
      readonly what: 'answered';
      readonly page: string;
      readonly from: string;
      readonly with: string;
      readonly stored: readonly StoredEntry[];
    }
  | ({
      readonly what: 'shows';
      readonly page: string;
      readonly person: string;
      readonly with: string;
    } & Shown)
  | { readonly what: 'connection'; readonly page: string; readonly connection: string }
  | { readonly what: 'broke' | 'mended'; readonly fault: string }
  | { readonly what: 'reported'; readonly page: string; readonly error: string }
  | { readonly what: 'healed'; readonly ms: number };

/** Writes down what happens as it happens, a line of JSON for each, with ms since it began. */
export class History {
  readonly file: string;
  readonly #beganAt = performance.now();

  constructor(file: string) {
    this.file = file;
    writeFileSync(file, '');
  }

  note(happening: Happening): void {
    const ms = Math.round(performance.now() - this.#beganAt);
    appendFileSync(this.file, `${JSON.stringify({ ms, ...happening })}\n`);
  }
}

/** @throws Error for a line that is no JSON */
export function readHistory(file: string): Happening[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Happening);
}
