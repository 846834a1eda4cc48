import { buildFunctions, bundles } from './build/functions.ts';
import { buildPages, pageSizes } from './build/pages.ts';
import { step } from './local/progress.ts';

const KILOBYTE = 1_000;

/** `npm run build`: the functions' bundles and the pages, as they are deployed, and how large they are. */
await step('Building the functions', buildFunctions);
await step('Building the pages', buildPages);

console.log('\nFunction, minified        kB');
for (const { name, bytes } of bundles()) console.log(name.padEnd(24), kilobytes(bytes));

console.log('\nFirst load, gzip          kB');
const sizes = pageSizes();
for (const { name, gzipBytes } of sizes) console.log(name.padEnd(24), kilobytes(gzipBytes));
console.log('all'.padEnd(24), kilobytes(sizes.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)));

function kilobytes(bytes: number): string {
  return (bytes / KILOBYTE).toFixed(1).padStart(6);
}
