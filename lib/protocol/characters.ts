/** Apart from the schemas, which the pages do without. */

/** Counts Unicode code points, which is what a limit in "characters" means throughout. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
