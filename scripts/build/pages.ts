import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { onlyIfChanged } from './only-if-changed.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const VITE_CONFIG = join(root, 'frontend/vite.config.ts');

/** Where the SPA is built to: what a static host serves. */
export const PAGES_FOLDER = join(root, '.build/frontend');

/** Builds the SPA. */
export async function buildPages(): Promise<void> {
  const sources = ['frontend', 'lib/protocol', 'package-lock.json'];
  await onlyIfChanged('pages', { sources, out: PAGES_FOLDER }, async () => {
    await inProduction(() => build({ configFile: VITE_CONFIG, logLevel: 'warn' }));
  });
}

/** Whoever started this may have set NODE_ENV, and it decides which React goes in: any other is twice as large. */
async function inProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

export interface PageSize {
  readonly name: string;
  readonly gzipBytes: number;
}

/** The scripts and styles that index.html loads before anything is shown, by how large they are on the wire. */
export function pageSizes(): PageSize[] {
  const html = readFileSync(join(PAGES_FOLDER, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file as string);
  return files.map((file) => ({
    name: file,
    gzipBytes: gzipSync(readFileSync(join(PAGES_FOLDER, file))).length,
  }));
}
