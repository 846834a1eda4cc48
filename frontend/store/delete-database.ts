/** Other tabs let go of it at once, unless the browser has frozen them. */
const LET_GO_WITHIN_MS = 2_000;

/**
 * Deletes a database with all that is in it.
 * @returns whether it is gone; if another tab holds on to it, it goes as soon as that tab lets go
 */
export function deleteDatabase(name: string, withinMs = LET_GO_WITHIN_MS): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), withinMs);
    const settle = (isGone: boolean) => {
      clearTimeout(timer);
      resolve(isGone);
    };
    try {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => settle(true);
      request.onerror = () => settle(false);
    } catch {
      // To a page that may not keep anything, even the look at the databases is refused.
      settle(false);
    }
  });
}
