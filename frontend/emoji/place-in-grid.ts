export interface Grid {
  readonly length: number;
  readonly columns: number;
  /** Whether the first column is the one at the right. */
  readonly isRightToLeft: boolean;
}

/** Where a key leads from a place in a grid; nothing if it is none of those that lead somewhere. */
export function placeInGrid(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  from: number,
  { length, columns, isRightToLeft }: Grid,
): number | undefined {
  const last = length - 1;
  const step = isRightToLeft ? -1 : 1;
  const rowStart = from - (from % columns);
  const within = (place: number) => Math.max(0, Math.min(place, last));
  switch (key) {
    case 'ArrowRight':
      return within(from + step);
    case 'ArrowLeft':
      return within(from - step);
    case 'ArrowDown':
      // The last row may be shorter.
      return rowStart + columns > last ? from : within(from + columns);
    case 'ArrowUp':
      return from < columns ? from : from - columns;
    case 'Home':
      return ctrlKey ? 0 : rowStart;
    case 'End':
      return ctrlKey ? last : within(rowStart + columns - 1);
    default:
      return undefined;
  }
}
