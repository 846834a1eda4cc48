import type { KeptSides } from '../../frontend/state/sides.ts';
import {
  CONVERSATIONS_READ,
  ENTRIES_READ,
  withoutHole,
  withoutTakenOut,
} from '../../frontend/store/kept-entries.ts';
import type { Changes, Kept, LocalCopy } from '../../frontend/store/local-copy.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import type { Person } from '../../lib/protocol/names.ts';

/** The copy of a device, in memory. */
export function memoryCopy(): LocalCopy {
  let me: Person | undefined;
  const people = new Map<string, Person>();
  const logs = new Map<string, Map<number, Entry>>();
  const sides = new Map<string, KeptSides>();

  const upTo = (name: string, last: number, limit: number) => {
    const log = logs.get(name) ?? new Map<number, Entry>();
    const entries = [...log.values()].filter(({ seq }) => seq <= last && seq > last - limit);
    return withoutHole(
      entries.sort((one, other) => one.seq - other.seq),
      last,
    );
  };
  const lastOf = (name: string) => Math.max(0, ...(logs.get(name)?.keys() ?? []));
  const atOf = (name: string) => logs.get(name)?.get(lastOf(name))?.at ?? 0;

  const latestFirst = () => [...logs.keys()].sort((one, other) => atOf(other) - atOf(one));

  return {
    async read(): Promise<Kept | undefined> {
      if (!me) return undefined;
      const names = latestFirst().slice(0, CONVERSATIONS_READ);
      const conversations = names.map((name) => {
        const kept = sides.get(name);
        return { with: name, entries: upTo(name, lastOf(name), ENTRIES_READ), ...(kept && { sides: kept }) };
      });
      return { me, people: [...people.values()], conversations };
    },
    newest: async (name, limit) => upTo(name, lastOf(name), limit),
    before: async (name, seq, limit) => upTo(name, seq - 1, limit),
    ends: async () => latestFirst().map((name) => ({ with: name, last: lastOf(name) })),
    async write(changes: Changes) {
      me = changes.me ?? me;
      for (const person of changes.people) people.set(person.name, person);
      for (const side of changes.sides ?? []) sides.set(side.with, side.sides);
      for (const name of changes.forgotten) logs.delete(name);
      for (const { with: name, entries } of changes.entries) {
        const log = logs.get(name) ?? new Map<number, Entry>();
        for (const entry of entries) log.set(entry.seq, entry);
        logs.set(name, log);
      }
    },
    async scrub(name, by) {
      const log = logs.get(name) ?? new Map<number, Entry>();
      for (const [place, entry] of log) log.set(place, withoutTakenOut(entry, by));
    },
  };
}
