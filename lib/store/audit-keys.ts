import { randomBytes } from 'node:crypto';
import { notACursor } from './cursors.ts';

/** Whoever may put a row, but read none, can put it in another's place only by guessing this. */
const RANDOM_BYTES = 16;

const TIME_LENGTH = '2026-11-26T03:27:13.000Z'.length;
const DAY_LENGTH = '2026-11-26'.length;
const KEY = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[A-Za-z0-9_-]{22}$/;

/** Behind every key of the same moment. */
const BEHIND_ALL = '~';

/** Under which a record is kept, among those of its person or its day: in the order of time, and not to be guessed. */
export function newAuditKey(at: number): string {
  return `${isoTime(at)}#${randomBytes(RANDOM_BYTES).toString('base64url')}`;
}

/** Which keys are of a time from `since` to `until`, in ms since 1970. */
export function auditKeysWithin(
  since: number,
  until: number,
): { readonly first: string; readonly last: string } {
  return { first: isoTime(since), last: `${isoTime(until)}${BEHIND_ALL}` };
}

/** Of a key, or of what begins with its time. */
export function dayOf(key: string): string {
  return key.slice(0, DAY_LENGTH);
}

/** Of a key, in ms since 1970. */
export function timeOf(key: string): number {
  return Date.parse(key.slice(0, TIME_LENGTH));
}

/**
 * Behind which key a page ended; the cursor is that key.
 * @throws Refusal `invalid-request` unless it is one
 */
export function readAuditCursor(cursor: string): string {
  if (!KEY.test(cursor)) throw notACursor();
  return cursor;
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
