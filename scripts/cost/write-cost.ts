import { isDeepStrictEqual } from 'node:util';
import { type Item, itemBytes } from './item-size.ts';
import type { IndexShape, TableShape } from './table-shapes.ts';
import { writeUnits } from './units.ts';

/**
 * Write units of a change of one item, its entries in the table's indexes included. An update is as large as the larger
 * one of what was there and what is there now.
 * @param before what was there, if anything
 * @param after what is there now; of a write that was refused, what was to be there, as far as that is known
 */
export function unitsOfWrite(shape: TableShape, before: Item | undefined, after: Item | undefined): number {
  const inIndexes = shape.indexes.map((index) => unitsInIndex(index, before, after));
  return unitsOfItem(before, after) + inIndexes.reduce((total, units) => total + units, 0);
}

/** The same of a write whose condition was not met: the item is billed all the same, the indexes are not. */
export function unitsOfRefusedWrite(before: Item | undefined, wanted: Item | undefined): number {
  return unitsOfItem(before, wanted);
}

function unitsOfItem(before: Item = {}, after: Item = {}): number {
  return writeUnits(Math.max(itemBytes(before), itemBytes(after)));
}

/**
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations.Writes: a write to
 * put an entry or take one away, both where its keys change, one where only other attributes of it do, none where none does.
 */
function unitsInIndex(index: IndexShape, before: Item | undefined, after: Item | undefined): number {
  const [was, is] = [entryIn(index, before), entryIn(index, after)];
  if (!was && !is) return 0;
  if (!was || !is) return writeUnits(itemBytes(was ?? is ?? {}));
  if (isDeepStrictEqual(was, is)) return 0;
  const hasMoved = index.keys.some((key) => !isDeepStrictEqual(was[key], is[key]));
  if (hasMoved) return writeUnits(itemBytes(was)) + writeUnits(itemBytes(is));
  return writeUnits(Math.max(itemBytes(was), itemBytes(is)));
}

/** What an index has of an item. */
function entryIn({ keys, projected }: IndexShape, item: Item | undefined): Item | undefined {
  if (!item || keys.some((key) => item[key] === undefined)) return undefined;
  if (projected === 'all') return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => projected.includes(name)));
}
