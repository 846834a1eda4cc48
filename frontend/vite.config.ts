import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** How the SPA is built. It reads no environment: one build serves every place it is put. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../.build/frontend', import.meta.url)),
    emptyOutDir: true,
    // What `light-dark()` and `isWellFormed()` ask for as well.
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // The pages' policy allows no inline content, not even small images as data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
