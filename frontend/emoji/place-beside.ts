/** Between the picker and what it belongs to, and the edges of the window. */
const GAP_PX = 8;

/** Puts something that lies over the page above what it belongs to, or below where there is more room; always whole. */
export function placeBeside(element: HTMLElement, target: Element): void {
  const { width, height } = element.getBoundingClientRect();
  const { left, right, top, bottom } = target.getBoundingClientRect();
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const x = isRightToLeft ? right - width : left;
  const y = top > innerHeight - bottom ? top - height - GAP_PX : bottom + GAP_PX;
  element.style.inset = `${within(y, innerHeight - height)}px auto auto ${within(x, innerWidth - width)}px`;
}

function within(place: number, last: number): number {
  return Math.max(GAP_PX, Math.min(place, last - GAP_PX));
}
