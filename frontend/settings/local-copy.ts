import { databaseName } from '../store/local-copy.ts';

/**
 * Deletes what this device has of somebody's conversations. What was written and not sent is kept elsewhere, and stays.
 * @returns whether it is gone; another tab may hold on to it
 */
export async function deleteLocalCopy(person: string): Promise<boolean> {
  try {
    return await deleteDatabase(databaseName(person));
  } catch {
    // To a page that may not keep anything, even the look at the databases is refused.
    return false;
  }
}

function deleteDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    request.onblocked = () => resolve(false);
  });
}
