const KEY = 'single-key-shortcuts';
const OFF = 'off';

/** Whether characters alone are shortcuts on this device. */
export function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF;
  } catch {
    return true;
  }
}

/** Where the browser keeps nothing, the choice is over with the page, and the default returns. */
export function turnSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, OFF);
  } catch {}
}
