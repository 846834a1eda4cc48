import { type Build, cacheOf, stemOf } from './build.ts';
import { isHashed, isKeepable, type Keeping, versionsKept } from './keeping.ts';

/**
 * Gets all that the app needs to open, and of the rest what this device used of earlier versions.
 * @throws TypeError if a file can't be had as it was built; then nothing has changed, and the browser tries again later
 */
export async function install({ build, caches, fetch }: Keeping): Promise<void> {
  const usedBefore = await stemsOfOthers(build, caches);
  const again = Object.entries(build.onFirstUse).filter(([path]) => usedBefore.has(stemOf(path)));
  const get = async ([path, integrity]: [string, string]) => {
    // The browser may have it from the page's own load.
    const response = await fetch(path, { integrity, cache: isHashed(path) ? 'default' : 'no-cache' });
    if (!isKeepable(response)) throw new TypeError(`${path} is answered with ${response.status}.`);
    return [path, response] as const;
  };
  const files = await Promise.all([...Object.entries(build.atOnce), ...again].map(get));
  const cache = await caches.open(cacheOf(build.version));
  await Promise.all(files.map(([path, response]) => cache.put(path, response)));
}

async function stemsOfOthers({ version }: Build, caches: Keeping['caches']): Promise<ReadonlySet<string>> {
  const others = (await versionsKept(caches)).filter((name) => name !== cacheOf(version));
  const paths = others.map(async (name) => {
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  });
  return new Set((await Promise.all(paths)).flat().map(stemOf));
}

/**
 * Deletes the versions that no page uses any more.
 * @param inUse the locks that pages hold
 */
export async function deleteUnused({ build, caches }: Keeping, inUse: ReadonlySet<string>): Promise<void> {
  for (const name of await versionsKept(caches)) {
    if (name !== cacheOf(build.version) && !inUse.has(name)) await caches.delete(name);
  }
}
