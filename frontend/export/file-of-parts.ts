import { pause } from '../net/surroundings.ts';

/** Work that takes longer than this at once is felt when one types or scrolls. */
const LONGEST_AT_ONCE_MS = 12;

/**
 * Makes a file of its parts as they come, and lets the page do other things in between. No string ever has all of it.
 * @throws the signal's reason, if it is aborted meanwhile
 */
export async function fileOfParts(parts: Iterable<string>, type: string, stop: AbortSignal): Promise<Blob> {
  const done: Blob[] = [];
  let gathered: string[] = [];
  let since = performance.now();
  for (const part of parts) {
    gathered.push(part);
    if (performance.now() - since < LONGEST_AT_ONCE_MS) continue;
    done.push(new Blob(gathered));
    gathered = [];
    await pause(0, stop);
    stop.throwIfAborted();
    since = performance.now();
  }
  return new Blob([...done, ...gathered], { type });
}
