import { cacheOf, INDEX } from './build.ts';
import { isHashed, isKeepable, type Keeping, versionsKept } from './keeping.ts';

/** Under this path of a version's cache lies that a page was given and has not come to life yet. */
const OPENING = '/-/opening';

/** A network that hangs must not keep anybody from what is here. */
const LONGEST_WAIT_MS = 3_000;

export interface AfterAnswering {
  /** Does something for which the page need not wait. */
  readonly later: (work: Promise<unknown>) => void;
  /** The page that was given before did not come to life. */
  readonly onDoubt: () => void;
}

/**
 * Any page, from what is kept. If the one before did not come to life, the network's is taken where there is one: a
 * version that does not start must not be in the way of one that does.
 */
export async function answerPage(
  request: Request,
  keeping: Keeping,
  { later, onDoubt }: AfterAnswering,
): Promise<Response> {
  const cache = await own(keeping);
  const [kept, opening] = await Promise.all([cache.match(INDEX), cache.match(OPENING)]);
  if (kept && !opening) {
    later(cache.put(OPENING, new Response('')));
    later(refreshIndex(keeping));
    return kept;
  }
  if (opening) onDoubt();
  try {
    const signal = kept ? AbortSignal.timeout(LONGEST_WAIT_MS) : null;
    return await keeping.fetch(request, { cache: 'no-cache', signal });
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** Notes that a page of this version has come to life. */
export async function noteStarted(keeping: Keeping): Promise<void> {
  await (await own(keeping)).delete(OPENING);
}

/**
 * Takes over how index.html is served now, if it still is this version's: its headers say what a page may do, and may
 * have changed since it was kept.
 */
async function refreshIndex(keeping: Keeping): Promise<void> {
  const response = await keeping.fetch(INDEX, { cache: 'no-cache' }).catch(() => undefined);
  if (!response || !isKeepable(response)) return;
  const html = await response.clone().text();
  if (html.includes(`"${keeping.build.version}"`)) await (await own(keeping)).put(INDEX, response);
}

/** A file: this version's, or that of an earlier one for a page that is still open, or the network's. */
export async function answerFile(request: Request, keeping: Keeping): Promise<Response> {
  const { build, fetch } = keeping;
  const path = new URL(request.url).pathname;
  const cache = await own(keeping);
  const kept = (await cache.match(path)) ?? (await earlierFile(path, keeping));
  if (kept) return kept;
  const response = await fetch(request);
  const isOfBuild = path in build.atOnce || path in build.onFirstUse;
  if (isOfBuild && isKeepable(response) && !isPage(response)) {
    // A device that is full goes on without.
    await cache.put(path, response.clone()).catch(() => {});
  }
  return response;
}

async function earlierFile(path: string, { caches }: Keeping): Promise<Response | undefined> {
  if (!isHashed(path)) return undefined;
  for (const name of await versionsKept(caches)) {
    const kept = await (await caches.open(name)).match(path);
    if (kept) return kept;
  }
  return undefined;
}

function own({ build, caches }: Keeping): Promise<Cache> {
  return caches.open(cacheOf(build.version));
}

/** A network that wants a log-in first answers everything with a page of its own. */
function isPage({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/html') ?? false;
}
