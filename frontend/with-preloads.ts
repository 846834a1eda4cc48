import { fileURLToPath } from 'node:url';
import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';
import { ACCOUNT_PATHS } from './pages/account-pages.ts';

/** What comes right after the first script, by where one is: the names are those that `first-paint.js` looks for. */
const PARTS = [
  { name: 'part-at-door', module: 'pages/signed-out.tsx', 'data-paths': ACCOUNT_PATHS.join(' ') },
  { name: 'part-in-chat', module: 'chat-parts.ts' },
] as const;

/**
 * Names in index.html the files of what is shown first, which only the first script would ask for, when it has come and
 * runs: `first-paint.js` asks for them at once. From far away that is a round trip less, some 150 ms on a phone.
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
