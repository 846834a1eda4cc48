import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOCAL_FOLDER } from '../local/system.ts';
import { type Panel, plot } from './plot.ts';

/** Where docs/benchmarks.md looks for its pictures, from its own folder. */
export const PLOTS = 'benchmarks';

/** Set by `npm run bench:all`: the file for the section of a bench, and the folder for its pictures. */
const { BENCH_SECTION, BENCH_PLOTS = join(LOCAL_FOLDER, 'plots') } = process.env;

export function sectionEnvironment(section: string, plots: string): NodeJS.ProcessEnv {
  return { BENCH_SECTION: section, BENCH_PLOTS: plots };
}

/** Shows what a bench has found, in Markdown, and keeps it where it is asked for. */
export function tell(markdown: string): void {
  console.log(`\n${markdown}`);
  if (BENCH_SECTION === undefined) return;
  mkdirSync(dirname(BENCH_SECTION), { recursive: true });
  writeFileSync(BENCH_SECTION, markdown);
}

/** Keeps a picture. @returns what shows it in the section */
export function keepPlot(name: string, title: string, panels: readonly Panel[], perRow: number): string {
  const file = join(BENCH_PLOTS, `${name}.svg`);
  mkdirSync(BENCH_PLOTS, { recursive: true });
  writeFileSync(file, plot(title, panels, perRow));
  if (BENCH_SECTION === undefined) console.log(`The picture is in ${file}`);
  return `![${title}](${PLOTS}/${name}.svg)`;
}

/** A table in Markdown; numbers as they are said. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What the figures are of. */
export function machine(): string {
  const gigabytes = Math.round(totalmem() / 1_024 ** 3);
  return `${cpus().length} × ${cpus()[0]?.model.trim()}, ${gigabytes} GB, Node ${process.versions.node}`;
}

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
