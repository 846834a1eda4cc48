import type { Device } from './device.ts';

/** Resolves as soon as it is so, whatever of these has to change for it; or after a time in any case. */
export async function until(devices: readonly Device[], isSo: () => boolean, mostMs: number): Promise<void> {
  const tooLate = new AbortController();
  const timeout = setTimeout(() => tooLate.abort(), mostMs);
  while (!isSo() && !tooLate.signal.aborted) {
    await new Promise<void>((resolve) => {
      const undo = devices.map((device) => device.onChange(settle));
      tooLate.signal.addEventListener('abort', settle);
      function settle() {
        for (const forget of undo) forget();
        tooLate.signal.removeEventListener('abort', settle);
        resolve();
      }
    });
  }
  clearTimeout(timeout);
}
