/** Written by what keeps the chat on this device: whether somebody is signed in here. */
const KEY = 'signed-in';

/** Whether this device knows of somebody who is signed in. That it does not know of anybody proves nothing. */
export function knowsSomebody(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
