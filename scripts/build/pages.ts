import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
    await build({ configFile: VITE_CONFIG, root: join(root, 'frontend'), logLevel: 'warn' });
  });
}
