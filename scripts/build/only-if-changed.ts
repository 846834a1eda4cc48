import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MARKS = join(root, '.build/marks');

interface Build {
  /** Files and folders, from the project's root. */
  readonly sources: readonly string[];
  readonly out: string;
}

/** Builds unless the same sources were built before: the second start is quick, and rewrites nothing that is served. */
export async function onlyIfChanged(
  name: string,
  { sources, out }: Build,
  build: () => Promise<void>,
): Promise<void> {
  const mark = join(MARKS, name);
  const digest = digestOf(sources);
  if (existsSync(out) && existsSync(mark) && readFileSync(mark, 'utf8') === digest) return;
  rmSync(mark, { force: true });
  await build();
  mkdirSync(MARKS, { recursive: true });
  writeFileSync(mark, digest);
}

function digestOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn).sort()) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesIn(source: string): string[] {
  if (statSync(join(root, source)).isFile()) return [source];
  return globSync(`${source}/**/*`, { cwd: root }).filter((file) => statSync(join(root, file)).isFile());
}
