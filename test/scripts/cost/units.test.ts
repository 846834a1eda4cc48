import { describe, expect, test } from '@jest/globals';
import { itemBytes } from '../../../scripts/cost/item-size.ts';
import { httpRequests, readUnits, socketMessages, writeUnits } from '../../../scripts/cost/units.ts';
import { unitsOfRefusedWrite, unitsOfWrite } from '../../../scripts/cost/write-cost.ts';

const KB = 1_024;

/** An item of so many bytes, whose key is `id`. */
const itemOf = (bytes: number) => ({ id: { S: 'x'.repeat(bytes - 2) } });

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
describe('the size of an item, by its documentation', () => {
  test.each([
    ['a string: its name and its bytes in UTF-8', { name: { S: 'Jürgen' } }, 4 + 7],
    ['a number: a byte for two significant digits, and one', { n: { N: '12345' } }, 1 + 3 + 1],
    ['a number without the zeros at its ends', { n: { N: '00120000' } }, 1 + 1 + 1],
    ['a number of 38 digits', { n: { N: '9'.repeat(38) } }, 1 + 19 + 1],
    ['zero', { n: { N: '0' } }, 1 + 1],
    ['binary: its raw bytes', { b: { B: new Uint8Array(10) } }, 1 + 10],
    ['a boolean and null: a byte', { yes: { BOOL: true }, no: { NULL: true } }, 3 + 1 + 2 + 1],
    ['an empty list or map: three bytes', { l: { L: [] }, m: { M: {} } }, 1 + 3 + 1 + 3],
    ['a list: a byte more for each element', { l: { L: [{ S: 'ab' }, { S: 'c' }] } }, 1 + 3 + 3 + 2],
    ['a map: a byte more for each element', { m: { M: { key: { S: 'ab' } } } }, 1 + 3 + 1 + 3 + 2],
    ['a set: what is in it', { s: { SS: ['ab', 'c'] } }, 1 + 3],
  ])('%s', (_, item, bytes) => {
    expect(itemBytes(item)).toBe(bytes);
  });
});

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
describe('units, by the examples of their documentation', () => {
  test.each([
    ['a 3.5 KB item counts as 4 KB', 3.5 * KB, 1],
    ['a 10 KB item counts as 12 KB', 10 * KB, 3],
    ['a query of 40.8 KB counts as 44 KB', 40.8 * KB, 11],
    ['a query of 1,500 items of 64 bytes counts as 96 KB', 1_500 * 64, 24],
    ['what is not there takes as much as the smallest', 0, 1],
  ])('read strongly, %s; and half of that if it may be stale', (_, bytes, units) => {
    expect(readUnits(bytes, { strong: true })).toBe(units);
    expect(readUnits(bytes, { strong: false })).toBe(units / 2);
  });

  test.each([
    ['a 500-byte item counts as 1 KB', 500, 1],
    ['a 1.5 KB item counts as 2 KB', 1.5 * KB, 2],
    ['a 3.5 KB item counts as 4 KB', 3.5 * KB, 4],
    ['a 1 KB item counts as itself', KB, 1],
    ['one byte more counts as 2 KB', KB + 1, 2],
  ])('written, %s', (_, bytes, units) => {
    expect(writeUnits(bytes)).toBe(units);
  });

  test('an update is as large as the larger of what was there and what is', () => {
    const shape = { keys: ['id'], indexes: [] };
    expect(unitsOfWrite(shape, itemOf(3 * KB), itemOf(100))).toBe(3);
    expect(unitsOfWrite(shape, itemOf(100), itemOf(3 * KB))).toBe(3);
    expect(unitsOfWrite(shape, itemOf(3 * KB), undefined)).toBe(3);
  });

  test('of a 310 KB item that is refused where a 300 KB one is, 310 are billed', () => {
    expect(unitsOfRefusedWrite(itemOf(300 * KB), itemOf(310 * KB))).toBe(310);
    expect(unitsOfRefusedWrite(undefined, undefined)).toBe(1);
  });
});

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations.Writes
describe('a write to an index, by its documentation', () => {
  const shape = { keys: ['id'], indexes: [{ name: 'by-day', keys: ['day'], projected: 'all' as const }] };
  const keysOnly = {
    keys: ['id'],
    indexes: [{ name: 'by-day', keys: ['day'], projected: ['id', 'day'] }],
  };
  const outside = { id: { S: 'a' }, text: { S: 'one' } };
  const inside = { ...outside, day: { S: 'Monday' } };

  test.each([
    ['that it has nothing of: none', outside, { ...outside, text: { S: 'two' } }, 1],
    ['of a new entry: one', outside, inside, 2],
    ['that takes one away: one', inside, outside, 2],
    ['of the key: one to take away and one to put', inside, { ...inside, day: { S: 'Tuesday' } }, 3],
    ['of what it shows: one', inside, { ...inside, text: { S: 'two' } }, 2],
    ['that changes nothing: none', inside, inside, 1],
  ])('%s, beside the item itself', (_, before, after, units) => {
    expect(unitsOfWrite(shape, before, after)).toBe(units);
  });

  test('of what it does not show: none', () => {
    expect(unitsOfWrite(keysOnly, inside, { ...inside, text: { S: 'two' } })).toBe(1);
  });
});

// https://aws.amazon.com/api-gateway/pricing/
test('a socket message is billed by 32 KB begun: one of 33 KB is two; a request by 512 KB', () => {
  expect([0, 1, 32 * KB, 33 * KB].map(socketMessages)).toEqual([1, 1, 1, 2]);
  expect([0, 512 * KB, 513 * KB].map(httpRequests)).toEqual([1, 1, 2]);
});
