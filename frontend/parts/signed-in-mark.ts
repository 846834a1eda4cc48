import { SIGNED_IN_KEY } from '../store/signed-in-key.ts';

/** Whether this device knows of somebody who is signed in. That it does not know of anybody proves nothing. */
export function knowsSomebody(): boolean {
  try {
    return localStorage.getItem(SIGNED_IN_KEY) !== null;
  } catch {
    return false;
  }
}

/** Calls back when somebody logs in in another tab; returns what ends that. */
export function onSomebodyKnown(listener: () => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === SIGNED_IN_KEY && newValue !== null) listener();
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}
