import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { lookup } from 'mrmime';
import { isPacked } from '../build/pack-files.ts';

/** A file of the built pages, as it is to lie in the site's bucket. */
export interface SiteFile {
  /** Its key in the bucket, and its path behind the site's address. */
  readonly path: string;
  readonly content: Buffer;
  readonly md5: string;
  readonly contentType: string;
  readonly cacheControl: string;
  /** Whether its name changes with what is in it. */
  readonly isHashed: boolean;
}

/** What names the files of the pages; so it comes after them. */
export const INDEX = 'index.html';

/** What lists all other files, index.html included; so it comes last. */
const SERVICE_WORKER = 'sw.js';

/** What Vite puts a hash into the names of. */
const HASHED_FOLDER = 'assets/';

/**
 * The files of a folder, in the order in which they may be put into a bucket that is read meanwhile; but for those that
 * are packed, which the CDN does by itself.
 */
export function siteFiles(folder: string): SiteFile[] {
  const paths = globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile() && !isPacked(path))
    .map((path) => path.split(sep).join('/'));
  return paths.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b)).map((path) => siteFile(folder, path));
}

function siteFile(folder: string, path: string): SiteFile {
  const content = readFileSync(join(folder, path));
  const isHashed = path.startsWith(HASHED_FOLDER);
  return {
    path,
    content,
    md5: createHash('md5').update(content).digest('hex'),
    contentType: contentTypeOf(path),
    cacheControl: isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    isHashed,
  };
}

/** Each file after those that it names. */
function rank(path: string): number {
  if (path === SERVICE_WORKER) return 3;
  if (path === INDEX) return 2;
  return path.startsWith(HASHED_FOLDER) ? 0 : 1;
}

function contentTypeOf(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream';
  return /^text\/|javascript|json|\+xml/.test(type) ? `${type};charset=utf-8` : type;
}
