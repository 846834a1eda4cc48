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

/** The entries that are held, by sequence numbers; `last` is 0 where there are none. */
export interface Held {
  readonly first: number;
  readonly last: number;
}

/** The window on the latest. */
export function windowAtEnd({ first, last }: Held): RowWindow {
  return { first: Math.max(first, last - FIRST_ROWS + 1) };
}

/** The window on an entry further up, with what stands around it. */
export function windowAround(seq: number, held: Held): RowWindow {
  return cut(Math.max(held.first, seq - FIRST_ROWS / 2), seq + FIRST_ROWS / 2, held);
}

/** The window with more at its top; the same where nothing more is held. */
export function widenedUp(window: RowWindow, held: Held): RowWindow {
  if (window.first <= held.first) return window;
  const first = Math.max(held.first, window.first - STEP_ROWS);
  return { ...cut(first, Math.min(window.last ?? held.last, first + MAX_ROWS - 1), held) };
}

/** The window with more at its bottom; the same where it goes to the end. */
export function widenedDown(window: RowWindow, held: Held): RowWindow {
  if (window.last === undefined) return window;
  const last = Math.min(held.last, window.last + STEP_ROWS);
  return cut(Math.max(window.first, last - MAX_ROWS + 1), last, held);
}

/**
 * The window after entries have come at the end: bounded at its top for who is at the end, at its bottom for who
 * reads further up, so that what is being read stays.
 * @param reading the number of an entry that is on the screen
 */
export function withNews(window: RowWindow, held: Held, reading: number | 'end'): RowWindow {
  const first = Math.max(window.first, held.first);
  if (window.last !== undefined || held.last - first < MAX_ROWS) {
    return first === window.first ? window : { ...window, first };
  }
  if (reading === 'end') return windowAtEnd(held);
  const isNearTop = reading - first < MAX_ROWS / 2;
  return isNearTop ? cut(first, first + MAX_ROWS - 1, held) : cut(held.last - MAX_ROWS + 1, held.last, held);
}

function cut(first: number, last: number, held: Held): RowWindow {
  return last >= held.last ? { first } : { first, last };
}
