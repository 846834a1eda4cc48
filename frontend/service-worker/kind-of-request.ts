/** The part of a request that decides who answers it. */
export type AskedFor = Pick<Request, 'method' | 'mode' | 'url'>;

/** Pages have paths of their own, like /c/bob, but no file: what looks like a file is none of them. */
const FILE = /\.[a-z0-9]+$/i;

const NEVER_KEPT = ['/api/', '/socket', '/sw.js'];

/**
 * What a request is for: a page, which is index.html whatever its path; a file of the build; or something that only
 * the network has, as all that the API says.
 */
export function kindOf({ method, mode, url }: AskedFor, origin: string): 'page' | 'file' | 'network' {
  const { origin: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== origin) return 'network';
  if (NEVER_KEPT.some((path) => pathname === path || pathname.startsWith(path))) return 'network';
  if (FILE.test(pathname)) return mode === 'navigate' ? 'network' : 'file';
  return mode === 'navigate' ? 'page' : 'network';
}
