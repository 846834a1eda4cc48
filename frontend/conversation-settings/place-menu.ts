/** Where a menu opens: at what was pressed, or at a point of the page. */
export type Place = HTMLElement | { readonly x: number; readonly y: number };

/** As near as that a menu comes to the edge of the page. */
const EDGE_PX = 8;

/** Puts a menu under what it is opened from, or at the point, so that all of it is on the page. */
export function placeMenu(menu: HTMLElement, place: Place): void {
  const { width, height } = menu.getBoundingClientRect();
  const { x, y } = place instanceof HTMLElement ? underneath(place, width) : place;
  const left = Math.max(EDGE_PX, Math.min(x, innerWidth - width - EDGE_PX));
  const top = Math.max(EDGE_PX, Math.min(y, innerHeight - height - EDGE_PX));
  menu.style.setProperty('left', `${left}px`);
  menu.style.setProperty('top', `${top}px`);
}

/** On the side on which the text of the page ends. */
function underneath(element: HTMLElement, width: number): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(element).direction === 'rtl';
  return { x: isRightToLeft ? box.left : box.right - width, y: box.bottom };
}
