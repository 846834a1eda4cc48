/** Where a key leads in a menu, from a place; undefined if it leads nowhere. Beyond an end of the menu is its other end. */
export function placeInMenu(key: string, from: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % length;
    case 'ArrowUp':
      return (from - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}
