import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry } from '../../lib/protocol/entries.ts';
import type { Person } from '../../lib/protocol/names.ts';
import type { KeptSides } from '../state/sides.ts';
import { deleteDatabase } from './delete-database.ts';
import {
  CONVERSATIONS_READ,
  ENTRIES_READ,
  type TakingOut,
  withoutHole,
  withoutTakenOut,
} from './kept-entries.ts';
import { type Changes, databaseName, type Kept, type KeptEnd, type LocalCopy } from './local-copy.ts';

/** One more with each change of the schema, which then starts from nothing: all of it is on the server. */
const VERSION = 2;

/** It waits where another tab holds on to one that is to be deleted; the server answers sooner than a frozen tab lets go. */
const OPENED_WITHIN_MS = 1_000;

const STORES = ['about', 'people', 'conversations', 'sides', 'entries'] as const;

interface Schema extends DBSchema {
  about: { key: 'me'; value: Person };
  people: { key: string; value: Person };
  /** The end of each conversation's log, as far as it is kept. */
  conversations: { key: string; value: { with: string; last: number; at: number } };
  sides: { key: string; value: KeptSides };
  entries: { key: [name: string, seq: number]; value: Entry };
}

type Database = IDBPDatabase<Schema>;

/** Opens the copy in IndexedDB. Where the browser has none for this page, or takes it away, nothing is kept. */
export function indexedDbCopy(person: string): LocalCopy {
  let database: Promise<Database | undefined> | undefined;

  const close = async () => {
    const open = database;
    database = undefined;
    (await open)?.close();
  };
  const open = () => {
    database ??= openInTime();
    return database;
  };
  const openInTime = () => {
    const opening = openWhole(person, {
      // Another tab wants to delete it, or has a newer version; whoever holds on keeps it waiting.
      onUnwanted: () => void close(),
      onLost: () => {
        database = undefined;
      },
    }).catch(() => undefined);
    const inTime = withTimeLimit(opening, OPENED_WITHIN_MS);
    void opening.then((db) => {
      if (database === inTime) database = opening;
      else db?.close();
    });
    return inTime;
  };
  /** Does it with the database, or answers as an empty one would. */
  const using = async <Result>(
    work: (db: Database) => Promise<Result>,
    otherwise: Result,
  ): Promise<Result> => {
    const db = await open();
    if (!db) return otherwise;
    // Full, closed by another tab, or evicted: what can't be kept is asked of the server.
    return work(db).catch(() => otherwise);
  };

  return {
    read: () => using(readKept, undefined),
    newest: (name, limit) =>
      using(async (db) => {
        const end = await db.get('conversations', name);
        return end ? entriesUpTo(db, name, end.last, limit) : [];
      }, []),
    before: (name, seq, limit) => using((db) => entriesUpTo(db, name, seq - 1, limit), []),
    ends: () => using(readEnds, []),
    write: (changes) => using((db) => writeChanges(db, changes), undefined),
    scrub: (name, by) => using((db) => scrubEntries(db, name, by), undefined),
  };
}

interface Ends {
  readonly onUnwanted: () => void;
  readonly onLost: () => void;
}

/** A database without its stores, as a crash may leave it behind, is good for nothing: it is made anew. */
async function openWhole(person: string, ends: Ends): Promise<Database> {
  const db = await openDatabase(person, ends);
  if (STORES.every((name) => db.objectStoreNames.contains(name))) return db;
  db.close();
  await deleteDatabase(databaseName(person));
  return openDatabase(person, ends);
}

function withTimeLimit<Result>(work: Promise<Result>, ms: number): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function openDatabase(person: string, { onUnwanted, onLost }: Ends): Promise<Database> {
  return openDB<Schema>(databaseName(person), VERSION, {
    upgrade(db) {
      for (const name of [...db.objectStoreNames]) db.deleteObjectStore(name);
      for (const name of STORES) db.createObjectStore(name);
    },
    blocking: onUnwanted,
    terminated: onLost,
  });
}

async function readKept(db: Database): Promise<Kept | undefined> {
  const [me, people, ends] = await Promise.all([
    db.get('about', 'me'),
    db.getAll('people'),
    db.getAll('conversations'),
  ]);
  if (!me) return undefined;
  const recent = latestFirst(ends).slice(0, CONVERSATIONS_READ);
  const conversations = recent.map(async ({ with: name, last }) => {
    const [entries, sides] = await Promise.all([
      entriesUpTo(db, name, last, ENTRIES_READ),
      db.get('sides', name),
    ]);
    return { with: name, entries, ...(sides && { sides }) };
  });
  return { me, people, conversations: await Promise.all(conversations) };
}

async function readEnds(db: Database): Promise<KeptEnd[]> {
  const ends = await db.getAll('conversations');
  return latestFirst(ends).map(({ with: name, last }) => ({ with: name, last }));
}

function latestFirst<End extends { readonly at: number }>(ends: End[]): End[] {
  return ends.sort((one, other) => other.at - one.at);
}

async function entriesUpTo(db: Database, name: string, last: number, limit: number): Promise<Entry[]> {
  const range = IDBKeyRange.bound([name, last - limit + 1], [name, last]);
  return withoutHole(await db.getAll('entries', range), last);
}

async function writeChanges(
  db: Database,
  { me, people, forgotten, entries, sides = [] }: Changes,
): Promise<void> {
  const transaction = db.transaction(STORES, 'readwrite');
  const done = transaction.done;
  const conversations = transaction.objectStore('conversations');
  const log = transaction.objectStore('entries');
  const put: Promise<unknown>[] = [];
  if (me) put.push(transaction.objectStore('about').put(me, 'me'));
  for (const person of people) put.push(transaction.objectStore('people').put(person, person.name));
  for (const side of sides) put.push(transaction.objectStore('sides').put(side.sides, side.with));
  for (const name of forgotten) {
    put.push(conversations.delete(name), log.delete(IDBKeyRange.bound([name], [name, []])));
  }
  for (const { with: name, entries: added } of entries) {
    for (const entry of added) put.push(log.put(entry, [name, entry.seq]));
    const last = added.at(-1);
    const end = await conversations.get(name);
    if (last && last.seq > (end?.last ?? 0)) {
      put.push(conversations.put({ with: name, last: last.seq, at: last.at }, name));
    }
  }
  // A put that fails ends the transaction, which tells why.
  await Promise.allSettled(put);
  await done;
}

async function scrubEntries(db: Database, name: string, by: TakingOut): Promise<void> {
  const transaction = db.transaction('entries', 'readwrite');
  // Edits of a message are somewhere behind it.
  const first = by.kind === 'deletion' ? by.target : 1;
  let cursor = await transaction.store.openCursor(IDBKeyRange.bound([name, first], [name, []]));
  while (cursor) {
    const entry = withoutTakenOut(cursor.value, by);
    if (entry !== cursor.value) await cursor.update(entry);
    cursor = await cursor.continue();
  }
  await transaction.done;
}
