import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { IDBFactory } from 'fake-indexeddb';
import { deleteLocalCopy } from '../../frontend/settings/local-copy.ts';

beforeEach(() => {
  Object.assign(globalThis, { indexedDB: new IDBFactory() });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
});

/** A tab that has the database open. */
async function openTab(person: string): Promise<IDBDatabase> {
  const request = indexedDB.open(`chat/${person}`);
  return new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
}

async function names(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name);
}

test('what is kept of alice’s conversations is deleted, and what is bob’s stays', async () => {
  (await openTab('alice')).close();
  (await openTab('bob')).close();
  expect(await deleteLocalCopy('alice')).toBe(true);
  expect(await names()).toEqual(['chat/bob']);
});

test('a tab that lets go when it is asked to does not stand in the way', async () => {
  const tab = await openTab('alice');
  tab.onversionchange = () => tab.close();
  expect(await deleteLocalCopy('alice')).toBe(true);
  expect(await names()).toEqual([]);
});

test('a tab that holds on to it is told of, rather than waited for', async () => {
  const tab = await openTab('alice');
  expect(await deleteLocalCopy('alice')).toBe(false);
  tab.close();
});

test('a browser that keeps nothing says that nothing was deleted', async () => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
  expect(await deleteLocalCopy('alice')).toBe(false);
});
