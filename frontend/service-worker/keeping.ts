import { type Build, isCacheOfPages } from './build.ts';

/** Where the files of the pages are kept, and how they are got. */
export interface Keeping {
  readonly build: Build;
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>;
  readonly fetch: typeof fetch;
}

/** What has a hash in its name never changes. */
export function isHashed(path: string): boolean {
  return path.startsWith('/assets/');
}

/** The names of the caches of all versions that are kept. */
export async function versionsKept(caches: Keeping['caches']): Promise<string[]> {
  return (await caches.keys()).filter(isCacheOfPages);
}

/** What was redirected is refused by browsers as the answer to a navigation, so it is not worth keeping. */
export function isKeepable({ status, redirected }: Response): boolean {
  return status === 200 && !redirected;
}
