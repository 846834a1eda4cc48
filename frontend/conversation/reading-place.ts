/** As far from the end as that still counts as being there: no one scrolls to the pixel. */
const NEAR_END_PX = 60;

/** This part of the screen shows what stands above what one begins to read. */
const ABOVE_BEGINNING = 0.3;

/** Where the reader is: at the end, or at a row that stands so far below the first. */
export interface ReadingPlace {
  /** Undefined at the end. */
  readonly row?: HTMLElement;
  readonly belowFirstPx: number;
  readonly scrolledPx: number;
}

export const AT_END: ReadingPlace = { belowFirstPx: 0, scrolledPx: 0 };

/** How far it is from what is seen to the end of what is in the page. */
export function toEndPx(log: HTMLElement): number {
  return log.scrollHeight - log.scrollTop - log.clientHeight;
}

/** @param endsHere whether the end of what is in the page is the end of the conversation */
export function placeIn(log: HTMLElement, endsHere: boolean): ReadingPlace {
  const scrolledPx = log.scrollTop;
  if (endsHere && toEndPx(log) <= NEAR_END_PX) return { belowFirstPx: 0, scrolledPx };
  const top = log.getBoundingClientRect().top;
  for (const row of log.querySelectorAll<HTMLElement>('[data-client-id]')) {
    const box = row.getBoundingClientRect();
    if (box.bottom > top) return { row, belowFirstPx: box.top - top + scrolledPx, scrolledPx };
  }
  return { belowFirstPx: 0, scrolledPx };
}

/**
 * Keeps on the screen what is there, whatever has come, gone or grown above and below it. What the reader has scrolled
 * since the place was noted, which the browser may not have told yet, stays scrolled.
 */
export function keepPlace({ row, belowFirstPx, scrolledPx }: ReadingPlace, log: HTMLElement): void {
  if (!row) {
    const hasLeft = log.scrollTop < scrolledPx && toEndPx(log) > NEAR_END_PX;
    if (!hasLeft) log.scrollTop = log.scrollHeight;
  } else if (row.isConnected) {
    const box = row.getBoundingClientRect();
    const movedPx = box.top - log.getBoundingClientRect().top + log.scrollTop - belowFirstPx;
    if (movedPx !== 0) log.scrollTop += movedPx;
  }
}

/**
 * Puts a row into the middle of the screen, with the focus on it, and makes it stand out for a moment.
 * @returns where the reader then is; undefined if there is no such row
 */
export function showRow(log: HTMLElement, seq: number): ReadingPlace | undefined {
  const row = log.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
  if (!row) return undefined;
  row.scrollIntoView({ block: 'center' });
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.dataset.shown = '';
  row.addEventListener('animationend', () => delete row.dataset.shown, { once: true });
  return placeOf(row, log);
}

/**
 * Puts a row near the top of the screen, with what stands above it in sight.
 * @returns as `showRow`
 */
export function beginAtRow(log: HTMLElement, seq: number): ReadingPlace | undefined {
  const row = log.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
  if (!row) return undefined;
  log.scrollTop += belowTopPx(row, log) - log.clientHeight * ABOVE_BEGINNING;
  return placeOf(row, log);
}

function placeOf(row: HTMLElement, log: HTMLElement): ReadingPlace {
  return { row, belowFirstPx: belowTopPx(row, log) + log.scrollTop, scrolledPx: log.scrollTop };
}

function belowTopPx(row: HTMLElement, log: HTMLElement): number {
  return row.getBoundingClientRect().top - log.getBoundingClientRect().top;
}

/** The number of the row that is read; undefined at the end, and for one that has none yet. */
export function seqAt({ row }: ReadingPlace): number | undefined {
  return Number(row?.dataset.seq) || undefined;
}
