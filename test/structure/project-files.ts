import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folders of what people write; what is built or installed is in others. */
const FOLDERS = ['functions', 'lib', 'frontend', 'scripts', 'test'];
const SOURCE = '**/*.{ts,tsx,js,mjs,css,html}';

/** Paths, from the project's root, of the source files that are in a folder, or in all of them. */
export function sourceFiles(...folders: string[]): string[] {
  return (folders.length === 0 ? FOLDERS : folders).flatMap((folder) =>
    globSync(`${folder}/${SOURCE}`, { cwd: root }).sort(),
  );
}

export function readProjectFile(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** How many lines a file has, the last one being ended as the others are. */
export function lineCount(path: string): number {
  return readProjectFile(path).trimEnd().split('\n').length;
}
