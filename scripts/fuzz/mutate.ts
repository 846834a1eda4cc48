import type * as v from 'valibot';
import { exampleFor, type Path, placesIn, withAt } from '../../test/attacks/schema-walk.ts';
import type { Chance } from '../simulate/chance.ts';
import { HOSTILE, STRANGE_FIELDS, STRANGE_JSON } from './hostile.ts';

const MOST_CHANGES = 3;
const MOST_BYTE_CHANGES = 4;

/** As deep as a parser of ours may be asked to go, and a good deal further. */
const DEPTHS = [5, 100, 1_000, 10_000];

/** A value that a schema takes, with the parts that may be left out at times, and some of it replaced by what it should not be. */
export function mutatedValue(schema: v.GenericSchema | undefined, chance: Chance): unknown {
  if (!schema) return chance.oneOf('value', HOSTILE);
  const places = placesIn(schema);
  let value = exampleFor(schema);
  for (const { path } of places) {
    if (chance.fraction('optional') < 0.2) value = withAt(value, path, chance.oneOf('value', HOSTILE));
  }
  const changes = Math.floor(chance.between('changes', 0, MOST_CHANGES + 1));
  for (let i = 0; i < changes; i += 1)
    value = changed(
      value,
      places.map(({ path }) => path),
      chance,
    );
  return value;
}

function changed(value: unknown, paths: readonly Path[], chance: Chance): unknown {
  const whole = paths.length === 0 ? [] : chance.oneOf('place', paths);
  // Of all that leads to a place, at times something further up.
  const path = whole.slice(0, Math.ceil(chance.fraction('up') * (whole.length + 0.5)));
  switch (
    chance.oneOf('change', ['replace', 'replace', 'replace', 'add', 'remove', 'nest', 'repeat'] as const)
  ) {
    case 'replace':
      return withAt(value, path, chance.oneOf('value', HOSTILE));
    case 'add':
      return withAt(
        value,
        [...path.slice(0, -1), chance.oneOf('field', STRANGE_FIELDS)],
        chance.oneOf('value', HOSTILE),
      );
    case 'remove':
      return withAt(value, path, undefined);
    case 'nest':
      return withAt(value, path, nested(chance.oneOf('depth', DEPTHS.slice(0, 2)), chance));
    case 'repeat':
      return withAt(
        value,
        path,
        Array.from({ length: 200 }, () => chance.oneOf('value', HOSTILE)),
      );
  }
}

function nested(depth: number, chance: Chance): unknown {
  let value: unknown = 1;
  const isList = chance.fraction('list') < 0.5;
  for (let i = 0; i < depth; i += 1) value = isList ? [value] : { a: value };
  return value;
}

/** A text that was JSON, with bytes in it that were not; or something else altogether. */
export function mutatedText(json: string, chance: Chance): string {
  switch (chance.oneOf('text', ['as it is', 'as it is', 'bytes', 'cut', 'piece', 'deep', 'noise'] as const)) {
    case 'as it is':
      return json;
    case 'bytes': {
      const units = [...json];
      for (let i = chance.between('count', 0, MOST_BYTE_CHANGES); i >= 0; i -= 1) {
        units[placeIn(json, chance)] = String.fromCharCode(Math.floor(chance.between('unit', 0, 0x1_0000)));
      }
      return units.join('');
    }
    case 'cut':
      return json.slice(0, placeIn(json, chance));
    case 'piece': {
      const at = placeIn(json, chance);
      return json.slice(0, at) + chance.oneOf('json', STRANGE_JSON) + json.slice(at);
    }
    case 'deep':
      return chance.oneOf('open', ['[', '{"a":', '[{"action":']).repeat(chance.oneOf('depth', DEPTHS));
    case 'noise':
      return noise(Math.floor(chance.between('length', 0, 200)), chance).toString('latin1');
  }
}

export function noise(bytes: number, chance: Chance): Buffer {
  return Buffer.from(Array.from({ length: bytes }, () => Math.floor(chance.between('byte', 0, 256))));
}

function placeIn(text: string, chance: Chance): number {
  return Math.floor(chance.fraction('at') * text.length);
}

/** JSON that may say what no value can: a field of the name `__proto__`, as it came. */
export function toJson(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}
