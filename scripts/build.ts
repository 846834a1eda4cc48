import { buildFunctions, bundles } from './build/functions.ts';
import { buildPages, type PageSize, pageSizes } from './build/pages.ts';
import { step } from './local/progress.ts';

const KILOBYTE = 1_000;

/** `npm run build`: the functions' bundles and the pages, as they are deployed, and how large they are. */
await step('Building the functions', buildFunctions);
await step('Building the pages', buildPages);

console.log('\nFunction, minified        kB');
for (const { name, bytes } of bundles()) console.log(name.padEnd(24), kilobytes(bytes));

console.log('\nFirst load, gzip             kB');
const { account, chat } = pageSizes();
const files = new Map([...account, ...chat].map(({ name, gzipBytes }) => [name, gzipBytes]));
for (const [name, gzipBytes] of files) console.log(name.padEnd(27), kilobytes(gzipBytes));
console.log('/login'.padEnd(27), kilobytes(sum(account)));
console.log('the chat'.padEnd(27), kilobytes(sum(chat)));

function sum(sizes: readonly PageSize[]): number {
  return sizes.reduce((all, { gzipBytes }) => all + gzipBytes, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / KILOBYTE).toFixed(1).padStart(6);
}
