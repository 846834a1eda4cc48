import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';
import { ACCOUNT_PATHS } from './pages/account-pages.ts';

/** What comes right after the first script, by where one is: the names are those that `first-paint.js` looks for. */
const PARTS = [
  { name: 'part-at-door', module: 'pages/signed-out.tsx', 'data-paths': ACCOUNT_PATHS.join(' ') },
  { name: 'part-in-chat', module: 'chat-parts.ts' },
] as const;

/** It lies with what is copied as it is, and nobody has read it yet when it has to be there. */
const FIRST_PAINT = 'first-paint.js';

/**
 * Names in index.html the files of what is shown first, which only the first script would ask for, when it has come and
 * runs: `first-paint.js` asks for them at once, made small itself. From
 * far away that is a round trip less, some 150 ms on a phone.
 */
export function withPreloads(): Plugin {
  return {
    name: 'preloads',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return;
        const isNamed = (path: string) => html.includes(path);
        return PARTS.map(({ module, ...named }): HtmlTagDescriptor => {
          const paths = filesOf(module, bundle).filter((path) => !isNamed(path));
          // Before the script that looks for it.
          return { tag: 'meta', attrs: { ...named, content: paths.join(' ') }, injectTo: 'head-prepend' };
        });
      },
    },
    async writeBundle({ dir = '' }) {
      const file = join(dir, FIRST_PAINT);
      const { code } = await transform(readFileSync(file, 'utf8'), { minify: true });
      writeFileSync(file, code);
    },
  };
}

/** The scripts and styles that a module of our own can't do without. */
function filesOf(module: string, bundle: Rollup.OutputBundle): string[] {
  const id = fileURLToPath(new URL(module, import.meta.url));
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const first = chunks.find(({ moduleIds }) => moduleIds.includes(id));
  if (!first) throw new Error(`${module} is in no chunk.`);
  const needed = new Set([first]);
  for (const chunk of needed) {
    for (const one of chunks) if (chunk.imports.includes(one.fileName)) needed.add(one);
  }
  return [...needed].flatMap(({ fileName, viteMetadata }) =>
    [fileName, ...(viteMetadata?.importedCss ?? [])].map((path) => `/${path}`),
  );
}
