/**
 * The index's worker: to fill an index with what somebody has written in years may take a phone seconds, and the page is
 * to answer keys meanwhile.
 */
import { indexedDbCopy } from '../store/indexed-db.ts';
import { NO_COPY } from '../store/local-copy.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import type { Asked, Told } from './worker-messages.ts';

/** The part of a worker's world that is used here; the types of pages, which all else needs, lack it. */
interface WorkerScope {
  postMessage(told: Told): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Asked }) => void): void;
}

const scope = self as unknown as WorkerScope;
let index: SearchIndex | undefined;

scope.addEventListener('message', ({ data }) => {
  if ('begin' in data) {
    const copy = data.person === undefined ? NO_COPY : indexedDbCopy(data.person);
    index = createSearchIndex(copy, (coverage) => scope.postMessage({ coverage }));
  } else void answer(data);
});

async function answer({ id, what, values }: Exclude<Asked, { begin: true }>): Promise<void> {
  try {
    const does = index?.[what] as ((...values: readonly unknown[]) => Promise<unknown>) | undefined;
    scope.postMessage({ id, result: await does?.(...values) });
  } catch (error) {
    scope.postMessage({ id, failed: String(error) });
  }
}
