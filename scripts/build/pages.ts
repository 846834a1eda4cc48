import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { onlyIfChanged } from './only-if-changed.ts';
import { packFiles } from './pack-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const VITE_CONFIG = join(root, 'frontend/vite.config.ts');

/** Where the SPA is built to: what a static host serves. */
export const PAGES_FOLDER = join(root, '.build/frontend');

/** Builds the SPA. */
export async function buildPages(): Promise<void> {
  const sources = ['frontend', 'lib/protocol', 'scripts/build', 'package-lock.json'];
  await onlyIfChanged('pages', { sources, out: PAGES_FOLDER }, async () => {
    await inProduction(() => build({ configFile: VITE_CONFIG, logLevel: 'warn' }));
    await packFiles(PAGES_FOLDER);
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

/** What is loaded before something is shown: by the pages on which one logs in, and by the chat. */
export interface PageSizes {
  readonly account: readonly PageSize[];
  readonly chat: readonly PageSize[];
}

/** What index.html names, and the module that each of both hangs on; its files are named after it. */
const ACCOUNT_PARTS = 'assets/signed-out-*.{js,css}';
const CHAT_PARTS = 'assets/chat-parts-*.{js,css}';

/** The scripts and styles of the first load, by how large they are on the wire. */
export function pageSizes(): PageSizes {
  const html = readFileSync(join(PAGES_FOLDER, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file as string);
  const loadedWith = (parts: string) =>
    withImports([...named, ...globSync(parts, { cwd: PAGES_FOLDER })]).map(sizeOf);
  return { account: loadedWith(ACCOUNT_PARTS), chat: loadedWith(CHAT_PARTS) };
}

/** The files, and all those that they can't do without. */
function withImports(files: readonly string[]): string[] {
  const all = new Set(files);
  for (const file of all) {
    const code = readFileSync(join(PAGES_FOLDER, file), 'utf8');
    for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
      all.add(`assets/${imported}`);
    }
  }
  return [...all];
}

function sizeOf(file: string): PageSize {
  return { name: file, gzipBytes: gzipSync(readFileSync(join(PAGES_FOLDER, file))).length };
}
