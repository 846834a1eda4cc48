import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { withEmojiData } from './emoji/data/with-emoji-data.ts';
import { withServiceWorker } from './service-worker/with-service-worker.ts';
import { withPreloads } from './with-preloads.ts';

// What `light-dark()` and `isWellFormed()` ask for as well.
const BROWSERS = ['chrome123', 'edge123', 'firefox121', 'safari17.5'];

/** Whether the next build takes the service worker away again: docs/decisions/18-service-worker.md. */
const WAY_OUT = false;

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** Whether no page can do without a module: neither the chat nor those to log in. */
function isOfAll(id: string, modules: Modules): boolean {
  const isOfDoor = isNeededBy('pages/signed-out.tsx', id, modules);
  return isNeededBy('main.tsx', id, modules) || (isOfDoor && isOfChat(id, modules));
}

function isOfChat(id: string, modules: Modules): boolean {
  return isNeededBy('chat-parts.ts', id, modules);
}

function isNeededBy(part: string, id: string, modules: Modules): boolean {
  const needed = new Set([fileURLToPath(new URL(part, import.meta.url))]);
  for (const one of needed) {
    for (const imported of modules.getModuleInfo(one)?.importedIds ?? []) needed.add(imported);
  }
  return needed.has(id);
}

/** How the SPA is built. It reads no environment: one build serves every place it is put. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // The router asks for what React 18 brought in a form for those before it.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  plugins: [
    react(),
    withEmojiData(),
    withPreloads(),
    withServiceWorker({
      onFirstUse: ['./texts/', './emoji/data/'].map((folder) =>
        fileURLToPath(new URL(folder, import.meta.url)),
      ),
      target: BROWSERS,
      wayOut: WAY_OUT,
    }),
  ],
  build: {
    outDir: fileURLToPath(new URL('../.build/frontend', import.meta.url)),
    emptyOutDir: true,
    target: BROWSERS,
    // The pages' policy allows no inline content, not even small images as data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // React looks for the developer tools of a browser, which see nothing of use in these pages.
      transform: { define: { __REACT_DEVTOOLS_GLOBAL_HOOK__: 'undefined' } },
      output: {
        // Otherwise what parts on demand have in common with these is cut off from them, piece by piece.
        codeSplitting: {
          groups: [
            {
              debugName: 'index',
              name: (id, modules) => (isOfAll(id, modules) ? 'index' : null),
              priority: 2,
            },
            {
              debugName: 'chat-parts',
              name: (id, modules) => (isOfChat(id, modules) ? 'chat-parts' : null),
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
