/** What a build of the pages consists of. It is put into the worker when that is built. */
export interface Build {
  /** Made of the contents of all files; index.html says it, too, in its `<meta name="version">`. */
  readonly version: string;
  /** What the app needs to open: path → what the browser checks the content by (`sha256-…`). */
  readonly atOnce: Readonly<Record<string, string>>;
  /** What only some need, such as other languages; likewise. */
  readonly onFirstUse: Readonly<Record<string, string>>;
}

export const INDEX = '/index.html';

const CACHE_PREFIX = 'pages-';

/** The cache that a version's files are kept in; also the lock that each of its pages holds as long as it is open. */
export function cacheOf(version: string): string {
  return `${CACHE_PREFIX}${version}`;
}

export function isCacheOfPages(name: string): boolean {
  return name.startsWith(CACHE_PREFIX);
}

const HASH = /-[\w-]{8}(?=\.\w+$)/;

/** A file's path without the hash in its name: what stays the same from one version to the next. */
export function stemOf(path: string): string {
  return path.replace(HASH, '');
}
