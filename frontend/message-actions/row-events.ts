/** So long a finger rests on a message until its menu opens. */
const LONG_PRESS_MS = 500;

/** A finger that moves further than this scrolls. */
const STILL_PX = 10;

/** What is told of the messages in a log. */
export interface RowListener {
  /** The message that the mouse or the focus is on; null where it is on none. */
  onPointedAt(row: HTMLElement | null): void;
  onMenuWanted(row: HTMLElement): void;
  onFormerTextsWanted(row: HTMLElement): void;
}

/** The message that something is in. */
export function rowAround(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('li.message') : null;
}

/**
 * Listens to mouse, fingers and keys for all messages of a log together, so that none of them has to.
 * @returns what ends it
 */
export function listenToRows(log: HTMLElement, told: () => RowListener): () => void {
  const ending = new AbortController();
  const on = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (event: HTMLElementEventMap[Type]) => void,
  ) => log.addEventListener(type, listener, { signal: ending.signal });

  on('pointerover', ({ pointerType, target }) => {
    const row = rowAround(target);
    if (pointerType === 'mouse' && row) told().onPointedAt(row);
  });
  on('pointerleave', () => told().onPointedAt(rowAround(document.activeElement)));
  on('focusin', ({ target }) => told().onPointedAt(rowAround(target)));
  on('focusout', ({ relatedTarget }) => told().onPointedAt(rowAround(relatedTarget)));

  on('contextmenu', (event) => {
    const row = rowAround(event.target);
    if (!row || isForTheBrowser(event)) return;
    event.preventDefault();
    told().onMenuWanted(row);
  });
  on('click', ({ target }) => {
    const row = rowAround(target);
    if (row && target instanceof Element && target.closest('[data-former]')) told().onFormerTextsWanted(row);
  });
  on('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { target, key } = event;
    if (key === 'Enter' && target instanceof HTMLElement && rowAround(target) === target) {
      event.preventDefault();
      told().onMenuWanted(target);
    }
    if (key === 'ArrowUp' || key === 'ArrowDown') moveFocus(log, event, key === 'ArrowUp' ? -1 : 1);
  });
  listenToPress(on, (row) => told().onMenuWanted(row));
  return () => ending.abort();
}

/** Puts the focus on a message, with which arrows go on from there. */
export function focusRow(row: HTMLElement | undefined): void {
  if (!row) return;
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

function moveFocus(log: HTMLElement, event: KeyboardEvent, step: number): void {
  const from = rowAround(event.target);
  // What is in a message, such as its toolbar, has its own use of arrows, or none.
  if (from !== event.target && event.target !== log) return;
  const rows = [...log.querySelectorAll<HTMLElement>('li.message')];
  const to = from ? rows[rows.indexOf(from) + step] : lastInSight(rows, log);
  if (!to) return;
  event.preventDefault();
  focusRow(to);
}

function lastInSight(rows: readonly HTMLElement[], log: HTMLElement): HTMLElement | undefined {
  const { bottom } = log.getBoundingClientRect();
  return rows.findLast((row) => row.getBoundingClientRect().top < bottom);
}

/** Of a link, or of what is marked, the browser's own menu has more to offer. */
function isForTheBrowser({ target }: Event): boolean {
  const isOnLink = target instanceof Element && target.closest('a') !== null;
  return isOnLink || getSelection()?.isCollapsed === false;
}

function listenToPress(
  on: <Type extends 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel'>(
    type: Type,
    listener: (event: HTMLElementEventMap[Type]) => void,
  ) => void,
  onPressed: (row: HTMLElement) => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start = { x: 0, y: 0 };
  const cancel = () => clearTimeout(timer);

  on('pointerdown', ({ pointerType, target, clientX: x, clientY: y }) => {
    const row = rowAround(target);
    cancel();
    if (pointerType === 'mouse' || !row) return;
    start = { x, y };
    timer = setTimeout(() => onPressed(row), LONG_PRESS_MS);
  });
  on('pointermove', ({ clientX, clientY }) => {
    if (Math.hypot(clientX - start.x, clientY - start.y) > STILL_PX) cancel();
  });
  on('pointerup', cancel);
  on('pointercancel', cancel);
}
