import { table, tell } from './bench/section.ts';
import { buildFunctions, bundles } from './build/functions.ts';
import { buildPages, type PageSize, pageSizes } from './build/pages.ts';
import { step } from './local/progress.ts';

const KILOBYTE = 1_000;

/** `npm run build`: the functions' bundles and the pages, as they are deployed, and how large they are. */
await step('Building the functions', buildFunctions);
await step('Building the pages', buildPages);

const { account, chat } = pageSizes();
const files = new Map([...account, ...chat].map(({ name, gzipBytes }) => [name, gzipBytes]));
const perFunction = bundles().map(({ name, bytes, gzipBytes }) => [
  `\`${name.replace('.mjs', '')}\``,
  kilobytes(bytes),
  kilobytes(gzipBytes),
]);
const perFile = [...files].map(([name, gzipBytes]) => [`\`${name}\``, kilobytes(gzipBytes)]);
const firstLoads = [
  ['**`/login`, all of it**', kilobytes(sum(account))],
  ['**the chat, until it shows conversations**', kilobytes(sum(chat))],
];
tell(`${table(['function', 'kB', 'kB packed'], perFunction)}

${table(['first load', 'kB packed'], [...perFile, ...firstLoads])}
`);

function sum(sizes: readonly PageSize[]): number {
  return sizes.reduce((all, { gzipBytes }) => all + gzipBytes, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / KILOBYTE).toFixed(1);
}
