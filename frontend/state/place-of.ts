/** Where the first item stands that has this number or a higher one; the length of the list if there is none. */
export function placeOf<Item>(
  ascending: readonly Item[],
  seq: number,
  seqOf: (item: Item) => number,
): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seqOf(ascending[middle] as Item) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
