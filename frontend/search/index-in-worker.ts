import { ownScript } from '../net/own-script.ts';
import type { Coverage } from './message-index.ts';
import type { SearchIndex } from './search-index.ts';
import script from './worker.ts?worker&url';
import type { Asked, Told } from './worker-messages.ts';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The index in a worker of its own.
 * @param person whose copy it reads; undefined where the device keeps none
 * @param signal ends it, and with it all that was in its memory
 */
export function indexInWorker(
  person: string | undefined,
  signal: AbortSignal,
  onCoverage: (coverage: Coverage) => void,
): SearchIndex {
  const worker = new Worker(ownScript(script), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const say = (message: Asked) => worker.postMessage(message);

  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if ('coverage' in data) return onCoverage(data.coverage);
    const { resolve, reject } = waiting.get(data.id) ?? {};
    waiting.delete(data.id);
    if ('failed' in data) reject?.(new Error(data.failed));
    else resolve?.(data.result);
  });
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('The worker of the search has failed.'));
    waiting.clear();
  });
  signal.addEventListener('abort', () => worker.terminate());
  say({ begin: true, person });

  const ask =
    <What extends keyof SearchIndex>(what: What) =>
    (...values: Parameters<SearchIndex[What]>) =>
      new Promise<unknown>((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject });
        say({ id: asked, what, values });
      }) as ReturnType<SearchIndex[What]>;
  return { fill: ask('fill'), take: ask('take'), find: ask('find'), missing: ask('missing') };
}
