import type { Coverage } from './message-index.ts';
import type { SearchIndex } from './search-index.ts';

/** What the page asks of its worker: first to begin, then whatever the index can do. */
export type Asked =
  /** @param person whose copy it reads; undefined where the device keeps none */
  | { readonly begin: true; readonly person: string | undefined }
  | { readonly id: number; readonly what: keyof SearchIndex; readonly values: readonly unknown[] };

/** What the worker tells. */
export type Told =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failed: string }
  | { readonly coverage: Coverage };
