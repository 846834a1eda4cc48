import type { Person } from '../../lib/protocol/names.ts';

/** Whom the tests speak of. Mallory is the one who tries what she must not. */
export const alice: Person = { name: 'alice', displayName: 'Alice Marlow' };
export const bob: Person = { name: 'bob', displayName: 'Bob' };
export const carol: Person = { name: 'carol', displayName: 'Carol 🐘' };
export const mallory: Person = { name: 'mallory', displayName: 'Mallory' };

/** Names that are properties of every object in JavaScript, and names like any other here. */
export const NAMES_OF_PROPERTIES = ['__proto__', 'constructor'];
