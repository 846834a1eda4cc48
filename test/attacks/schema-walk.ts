import * as v from 'valibot';

/** A step into a value: a field of an object, or a place of a list. */
export type Path = readonly (string | number)[];

/** A place where a schema expects a single value. */
export interface Place {
  readonly path: Path;
  readonly type: string;
}

/** What schemas are made of, as far as ours go. */
interface Known {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
}

/** Some value that fits wherever something of ours is asked for. */
const SAMPLES: readonly unknown[] = [
  'bob',
  'a password that nobody has',
  '👍',
  'https://push.example/a-device',
  'B'.padEnd(87, 'x'),
  'x'.repeat(22),
  '1',
  'AAAA',
  1,
  true,
];

/**
 * All places of single values in what a schema takes, those that may be left out as well.
 * @throws Error for a kind of schema that it does not know, so that no field is left out unseen
 */
export function placesIn(schema: v.GenericSchema, path: Path = []): Place[] {
  const known = schema as unknown as Known;
  if (known.wrapped) return placesIn(known.wrapped, path);
  if (known.item) return placesIn(known.item, [...path, 0]);
  if (known.entries) {
    return Object.entries(known.entries).flatMap(([field, entry]) => placesIn(entry, [...path, field]));
  }
  if (!['string', 'number', 'boolean', 'literal', 'picklist'].includes(known.type)) {
    throw new Error(`What is a ${known.type}? Say so in this file.`);
  }
  return [{ path, type: known.type }];
}

/** A value that a schema takes, with what may be left out left out, unless one of it is needed. */
export function exampleFor(schema: v.GenericSchema): unknown {
  const known = schema as unknown as Known;
  if (known.type === 'literal') return known.literal;
  if (known.type === 'picklist') return known.options?.[0];
  if (known.wrapped) return exampleFor(known.wrapped);
  if (known.item) return [exampleFor(known.item)];
  if (known.entries) {
    const fields = Object.entries(known.entries);
    const required = fields.filter(([, { type }]) => type !== 'optional');
    const example: unknown = Object.fromEntries(required.map(([field, entry]) => [field, exampleFor(entry)]));
    if (v.is(schema, example)) return example;
    const withOneMore = fields.map(([field, entry]) => withAt(example, [field], exampleFor(entry)));
    return withOneMore.find((each) => v.is(schema, each)) ?? example;
  }
  const fitting = SAMPLES.find((sample) => v.is(schema, sample));
  if (fitting === undefined) throw new Error(`No sample is a ${known.type} like that. Add one to this file.`);
  return fitting;
}

/** The value with something else in a place; what leads there and is not there yet is made. */
export function withAt(value: unknown, [step, ...rest]: Path, put: unknown): unknown {
  if (step === undefined) return put;
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? value : [];
    return [...list.slice(0, step), withAt(list[step], rest, put), ...list.slice(step + 1)];
  }
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  // Not by a literal: a field may be called __proto__.
  return Object.fromEntries([
    ...Object.entries(fields).filter(([field]) => field !== step),
    [step, withAt(fields[step], rest, put)],
  ]);
}
