import 'fake-indexeddb/auto';
import { describe, expect, test } from '@jest/globals';
import { deleteDatabase } from '../../frontend/store/delete-database.ts';
import { indexedDbCopy } from '../../frontend/store/indexed-db.ts';
import { CONVERSATIONS_READ, ENTRIES_READ } from '../../frontend/store/kept-entries.ts';
import { databaseName, type LocalCopy } from '../../frontend/store/local-copy.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import { fresh } from '../support/fresh.ts';
import { memoryCopy } from './memory-copy.ts';

const ME = { name: 'alice', displayName: 'Alice' };
const BOB = { name: 'bob', displayName: 'Bob' };

function entry(seq: number, clientId = `id-${seq}`): Entry {
  return { kind: 'message', seq, from: 'bob', clientId, at: 1_000 + seq, messages: seq, text: `text ${seq}` };
}

const entriesFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => entry(first + i));

const changes = (name: string, entries: readonly Entry[], forgotten: readonly string[] = []) => ({
  me: ME,
  people: [BOB],
  forgotten,
  entries: [{ with: name, entries }],
});

/** A database as anybody may have left it. */
function openedBare(person: string, version?: number): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName(person), version);
  return new Promise((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
}

/** What every copy promises. */
function localCopyContract(make: () => LocalCopy): void {
  test('has nothing at first', async () => {
    const copy = make();
    expect(await copy.read()).toBeUndefined();
    expect(await copy.newest('bob', 10)).toEqual([]);
    expect(await copy.before('bob', 5, 10)).toEqual([]);
    expect(await copy.ends()).toEqual([]);
  });

  test('gives back what was written, however often that was', async () => {
    const copy = make();
    await copy.write(changes('bob', entriesFrom(1, 3)));
    await copy.write(changes('bob', entriesFrom(1, 3)));
    await copy.write(changes('bob', entriesFrom(4, 5)));
    expect(await copy.read()).toEqual({
      me: ME,
      people: [BOB],
      conversations: [{ with: 'bob', entries: entriesFrom(1, 5) }],
    });
  });

  test('gives entries without a hole, and none in front of one', async () => {
    const copy = make();
    await copy.write(changes('bob', entriesFrom(1, 4)));
    await copy.write(changes('bob', entriesFrom(7, 9)));
    expect(await copy.newest('bob', 100)).toEqual(entriesFrom(7, 9));
    expect(await copy.before('bob', 7, 100)).toEqual([]);
    expect(await copy.before('bob', 5, 2)).toEqual(entriesFrom(3, 4));
    await copy.write(changes('bob', entriesFrom(5, 6)));
    expect(await copy.newest('bob', 100)).toEqual(entriesFrom(1, 9));
  });

  test('reads no more than a screen of each conversation, and of those the latest', async () => {
    const copy = make();
    await copy.write(changes('bob', entriesFrom(1, ENTRIES_READ + 5)));
    for (let i = 0; i < CONVERSATIONS_READ + 2; i += 1) {
      const name = `person-${i}`;
      await copy.write(changes(name, [{ ...entry(1), at: 10_000 + i }]));
    }
    const { conversations = [] } = (await copy.read()) ?? {};
    expect(conversations.length).toBe(CONVERSATIONS_READ);
    expect(conversations[0]?.with).toBe(`person-${CONVERSATIONS_READ + 1}`);
    expect((await copy.newest('bob', ENTRIES_READ)).length).toBe(ENTRIES_READ);
  });

  test('tells where each conversation ends, the latest first, also after earlier pages were written', async () => {
    const copy = make();
    await copy.write(changes('bob', entriesFrom(7, 9)));
    await copy.write(changes('carol', entriesFrom(20, 30)));
    await copy.write(changes('bob', entriesFrom(1, 6)));
    expect(await copy.ends()).toEqual([
      { with: 'carol', last: 30 },
      { with: 'bob', last: 9 },
    ]);
    expect(await copy.before('bob', 10, 100)).toEqual(entriesFrom(1, 9));
  });

  test('keeps conversations apart, also where one name begins like another', async () => {
    const copy = make();
    await copy.write(changes('bob', entriesFrom(1, 2)));
    await copy.write(changes('bobby', [entry(1, 'of bobby')]));
    await copy.write({ people: [], forgotten: ['bob'], entries: [] });
    expect(await copy.newest('bob', 10)).toEqual([]);
    expect(await copy.newest('bobby', 10)).toEqual([entry(1, 'of bobby')]);
  });

  test('forgets a log before it takes another in its place', async () => {
    const copy = make();
    await copy.write(changes('bob', entriesFrom(1, 5)));
    await copy.write(changes('bob', [entry(1, 'new')], ['bob']));
    expect(await copy.newest('bob', 10)).toEqual([entry(1, 'new')]);
  });

  test('loses the texts of a message that is deleted for both, and of its edits, and nothing else', async () => {
    const copy = make();
    const edit = (seq: number, target: number): Entry => ({
      ...entry(seq),
      kind: 'edit',
      target,
      text: 'new',
    });
    const log = [...entriesFrom(1, 3), edit(4, 2), edit(5, 3)];
    await copy.write(changes('bob', log));
    await copy.write(changes('carol', entriesFrom(1, 3)));
    const deletion = { ...entry(6), kind: 'deletion', target: 2 } as const;
    await copy.scrub('bob', deletion);
    await copy.scrub('nobody', deletion);
    const gone = { text: '', gone: 'deleted' };
    expect(await copy.newest('bob', 10)).toEqual([
      entry(1),
      { ...entry(2), ...gone },
      entry(3),
      { ...edit(4, 2), ...gone },
      edit(5, 3),
    ]);
    expect(await copy.newest('carol', 10)).toEqual(entriesFrom(1, 3));
  });
}

describe('a copy in memory', () => localCopyContract(memoryCopy));

describe('a copy in IndexedDB', () => {
  localCopyContract(() => indexedDbCopy(fresh('alice')));

  test('is there again when the page is opened anew, and for other tabs at once', async () => {
    const name = fresh('alice');
    await indexedDbCopy(name).write(changes('bob', entriesFrom(1, 2)));
    expect(await indexedDbCopy(name).newest('bob', 10)).toEqual(entriesFrom(1, 2));
  });

  test('lets go when another tab deletes it, and begins anew', async () => {
    const name = fresh('alice');
    const copy = indexedDbCopy(name);
    await copy.write(changes('bob', entriesFrom(1, 2)));
    expect(await deleteDatabase(databaseName(name))).toBe(true);
    expect(await copy.read()).toBeUndefined();
    await copy.write(changes('bob', entriesFrom(1, 1)));
    expect(await copy.newest('bob', 10)).toEqual(entriesFrom(1, 1));
  });

  test('is made anew where the database has lost what it is made of', async () => {
    const name = fresh('alice');
    (await openedBare(name, 2)).close();
    const copy = indexedDbCopy(name);
    await copy.write(changes('bob', entriesFrom(1, 2)));
    expect(await copy.newest('bob', 10)).toEqual(entriesFrom(1, 2));
  });

  test('keeps nobody waiting where a frozen tab holds on to what is to be deleted, and is there when it lets go', async () => {
    const name = fresh('alice');
    const frozen = await openedBare(name, 1);
    expect(await deleteDatabase(databaseName(name), 20)).toBe(false);
    const copy = indexedDbCopy(name);
    expect(await copy.read()).toBeUndefined();
    frozen.close();
    // There is no event for it on this side: what is written is lost until then.
    while ((await copy.newest('bob', 10)).length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
      await copy.write(changes('bob', entriesFrom(1, 2)));
    }
    expect(await indexedDbCopy(name).newest('bob', 10)).toEqual(entriesFrom(1, 2));
  });

  test('is that of a device which keeps nothing where the browser refuses it', async () => {
    const refused = indexedDB.open;
    indexedDB.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    try {
      const copy = indexedDbCopy(fresh('alice'));
      await copy.write(changes('bob', entriesFrom(1, 2)));
      expect(await copy.read()).toBeUndefined();
      expect(await copy.newest('bob', 10)).toEqual([]);
    } finally {
      indexedDB.open = refused;
    }
  });
});
