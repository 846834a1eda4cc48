import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { trimmedList, trimmedWords } from './trimmed.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const VIRTUAL = 'emoji-data:';

/**
 * Lets the pages import `emoji-data:list`, and `emoji-data:words-<language>`: of the half megabyte that the package has
 * for a language, what they need.
 */
export function withEmojiData(): Plugin {
  return {
    name: 'emoji-data',
    // As if they were files here, by which it is known that they are fetched on first use.
    resolveId: (source) => (source.startsWith(VIRTUAL) ? `${FOLDER}${source.slice(VIRTUAL.length)}` : null),
    load(id) {
      if (!id.startsWith(FOLDER) || id.endsWith('.ts')) return null;
      return asModule(dataNamed(id.slice(FOLDER.length)));
    },
  };
}

function dataNamed(name: string): unknown {
  if (name === 'list') return trimmedList(fromPackage('en/data'), fromPackage('en/shortcodes/github'));
  return trimmedWords(fromPackage(`${name.replace('words-', '')}/data`));
}

function fromPackage<Data>(name: string): Data {
  const file = fileURLToPath(import.meta.resolve(`emojibase-data/${name}.json`));
  return JSON.parse(readFileSync(file, 'utf8')) as Data;
}

/** Browsers read JSON in a string faster than the same as code. */
function asModule(data: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
}
