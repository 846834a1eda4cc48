/** Nobody who has not touched a page for so long is in the middle of something. */
const QUIET_MS = 5 * 60_000;

const TOUCHES = ['keydown', 'pointerdown', 'wheel', 'input'] as const;

/** What is typed into these is kept nowhere else. A message's draft is, and comes back. */
const TYPED_INTO = 'input:not([type="radio"], [type="checkbox"], [type="search"])';

/** Whether a page may be loaded anew without anybody losing anything, be it their place. */
export interface PageUse {
  isIdle(): boolean;
  /** Calls back when nobody sees the page any more. */
  onHidden(listener: () => void): void;
  /** Calls back when somebody sees it again. */
  onSeen(listener: () => void): void;
}

/** Watches the browser's page. */
export function watchPage(): PageUse {
  // One that nobody has touched yet has only just opened.
  let touchedAt = Number.NEGATIVE_INFINITY;
  const touched = () => {
    touchedAt = performance.now();
  };
  for (const touch of TOUCHES) window.addEventListener(touch, touched, { capture: true, passive: true });

  const isHidden = () => document.visibilityState === 'hidden';
  const onVisibility = (listener: () => void, wanted: boolean) =>
    document.addEventListener('visibilitychange', () => {
      if (isHidden() === wanted) listener();
    });
  return {
    isIdle() {
      const isQuiet = isHidden() || performance.now() - touchedAt >= QUIET_MS;
      return isQuiet && document.querySelector('dialog[open]') === null && !isHalfFilledIn();
    },
    onHidden: (listener) => onVisibility(listener, true),
    onSeen: (listener) => onVisibility(listener, false),
  };
}

function isHalfFilledIn(): boolean {
  const inputs = document.querySelectorAll<HTMLInputElement>(TYPED_INTO);
  return [...inputs].some(({ value }) => value !== '');
}
