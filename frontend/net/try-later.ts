const TRY_AGAIN_MS = 4_000;

/**
 * Tries once more as soon as the browser knows of a network, or after a few seconds, whichever is first: its word comes
 * before a network, or the service worker's, can be used, and is not said twice.
 * @returns ends it
 */
export function tryLater(retry: () => void): () => void {
  const end = () => {
    clearTimeout(timer);
    window.removeEventListener('online', again);
  };
  const again = () => {
    end();
    retry();
  };
  const timer = setTimeout(again, TRY_AGAIN_MS);
  window.addEventListener('online', again);
  return end;
}
