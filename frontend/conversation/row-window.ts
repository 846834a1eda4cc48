import { placeOf } from '../state/place-of.ts';

/** So many messages are in the page at most, however long the conversation is. */
export const MAX_ROWS = 200;

/** So many more come in at an end when the reader gets near it. */
const STEP_ROWS = 50;

/** So many are there when a conversation opens. */
const FIRST_ROWS = 60;

/**
 * The part of a conversation that is in the page, by sequence numbers, both included: numbers stay what they are
 * when earlier entries are put in front. Without a `last` it goes to the end, and grows with it.
 */
export interface RowWindow {
  readonly first: number;
  readonly last?: number;
}

/** The messages that are held and shown, by sequence numbers; `last` is 0 where there are none. */
export interface Held {
  readonly first: number;
  readonly last: number;
  /** All of them, ascending: between two there may be entries that are no messages. */
  readonly seqs: readonly number[];
}

/** The window on the latest. */
export function windowAtEnd({ first, seqs }: Held): RowWindow {
  return { first: seqs.at(-FIRST_ROWS) ?? first };
}

/** The window on a message further up, with what stands around it. */
export function windowAround(seq: number, held: Held): RowWindow {
  const place = placeIn(held, seq);
  return cut(Math.max(0, place - FIRST_ROWS / 2), place + FIRST_ROWS / 2 + 1, held);
}

/** The window with more at its top; the same where nothing more is held. */
export function widenedUp(window: RowWindow, held: Held): RowWindow {
  if (window.first <= held.first) return window;
  const first = Math.max(0, placeIn(held, window.first) - STEP_ROWS);
  return cut(first, Math.min(endOf(window, held), first + MAX_ROWS), held);
}

/** The window with more at its bottom; the same where it goes to the end. */
export function widenedDown(window: RowWindow, held: Held): RowWindow {
  if (window.last === undefined) return window;
  const end = Math.min(held.seqs.length, endOf(window, held) + STEP_ROWS);
  return cut(Math.max(placeIn(held, window.first), end - MAX_ROWS), end, held);
}

/**
 * The window after entries have come at the end: bounded at its top for who is at the end, at its bottom for who
 * reads further up, so that what is being read stays.
 * @param reading the number of a message that is on the screen
 */
export function withNews(window: RowWindow, held: Held, reading: number | 'end'): RowWindow {
  const first = placeIn(held, window.first);
  const end = held.seqs.length;
  if (window.last !== undefined || end - first <= MAX_ROWS) {
    return window.first >= held.first ? window : { ...window, first: held.first };
  }
  if (reading === 'end') return windowAtEnd(held);
  const isNearTop = placeIn(held, reading) - first < MAX_ROWS / 2;
  return isNearTop ? cut(first, first + MAX_ROWS, held) : cut(end - MAX_ROWS, end, held);
}

/** How many messages have come after a number. */
export function countAfter(held: Held, seq: number): number {
  return held.seqs.length - placeIn(held, seq + 1);
}

/** From one place in what is held up to, without, another. */
function cut(start: number, end: number, { first, seqs }: Held): RowWindow {
  const window = { first: seqs[start] ?? first };
  return end >= seqs.length ? window : { ...window, last: seqs[end - 1] ?? first };
}

function placeIn({ seqs }: Held, seq: number): number {
  return placeOf(seqs, seq, (it) => it);
}

function endOf({ last }: RowWindow, held: Held): number {
  return last === undefined ? held.seqs.length : placeIn(held, last + 1);
}
