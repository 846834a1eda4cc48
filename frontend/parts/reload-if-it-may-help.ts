/** A reload that did not help is not repeated by itself before this time is over. */
const RELOAD_AGAIN_MS = 60_000;

const RELOADED_AT = 'reloaded-at';

/**
 * Loads the page anew where a part of it did not come: most likely a newer version took its place on the server.
 * Without the server, a reload would put the browser's own page in place of ours.
 * @returns whether it does
 */
export async function reloadIfItMayHelp(): Promise<boolean> {
  try {
    const reloadedAt = Number(sessionStorage.getItem(RELOADED_AT));
    if (Date.now() - reloadedAt < RELOAD_AGAIN_MS) return false;
    const { ok } = await fetch('/', { method: 'HEAD', cache: 'no-store' });
    if (!ok) return false;
    sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  } catch {
    return false;
  }
  location.reload();
  return true;
}
