import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import type { Plugin, Rollup } from 'vite';
import { type Build, INDEX } from './build.ts';

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
const WAY_OUT = fileURLToPath(new URL('./way-out.js', import.meta.url));

/** Its name has no hash: a browser looks there, and nowhere else, for a new version. */
const BUILT_WORKER = 'sw.js';

export interface ServiceWorkerOptions {
  /** Folders of modules that only some need; what is loaded apart from the rest and lies there is fetched on first use. */
  readonly onFirstUse: readonly string[];
  readonly target: string[];
  /** Whether the way out is built in its place: for when a deployed worker does harm. */
  readonly wayOut: boolean;
}

/**
 * Builds the service worker when the pages are built, with the list of their files. While developing, it is the way
 * out, so that pages that were once built and kept at the same address are not in the way.
 */
export function withServiceWorker({ onFirstUse, target, wayOut }: ServiceWorkerOptions): Plugin {
  let rare: readonly string[] = [];
  return {
    name: 'service-worker',
    configureServer({ middlewares }) {
      middlewares.use(`/${BUILT_WORKER}`, (_, response) => {
        response.setHeader('content-type', 'text/javascript').end(readFileSync(WAY_OUT));
      });
    },
    generateBundle(_, output) {
      rare = Object.values(output).flatMap((file) => (isIn(onFirstUse, file) ? [`/${file.fileName}`] : []));
    },
    async writeBundle({ dir = '' }) {
      const code = wayOut ? readFileSync(WAY_OUT, 'utf8') : await workerCode(listFiles(dir, rare), target);
      writeFileSync(join(dir, BUILT_WORKER), code);
    },
  };
}

function isIn(folders: readonly string[], file: Rollup.OutputAsset | Rollup.OutputChunk): boolean {
  if (file.type === 'asset' || !file.isDynamicEntry) return false;
  return folders.some((folder) => file.facadeModuleId?.startsWith(folder));
}

/** All that was built, and its version, which is written into index.html. */
function listFiles(folder: string, rare: readonly string[]): Build {
  const paths = globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => `/${path.split(sep).join('/')}`)
    .filter((path) => path !== `/${BUILT_WORKER}`)
    .sort();
  const integrityOf = (path: string) => `sha256-${sha256(join(folder, path)).toString('base64')}`;
  const version = createHash('sha256')
    .update(JSON.stringify(paths.map((path) => [path, integrityOf(path)])))
    .digest('hex')
    .slice(0, 12);

  const index = join(folder, INDEX);
  const html = readFileSync(index, 'utf8');
  writeFileSync(
    index,
    html.replace('</title>', `</title>\n    <meta name="version" content="${version}" />`),
  );

  const listed = (which: readonly string[]) =>
    Object.fromEntries(which.map((path) => [path, integrityOf(path)]));
  const isRare = (path: string) => rare.includes(path) || !isNeededToOpen(path);
  return {
    version,
    atOnce: listed(paths.filter((path) => !isRare(path))),
    onFirstUse: listed(paths.filter(isRare)),
  };
}

/** Of what lies beside the scripts and styles, the pictures for home screens and the manifest are for the system. */
function isNeededToOpen(path: string): boolean {
  return /\.(html|js|css|svg)$/.test(path);
}

function sha256(file: string): Buffer {
  return createHash('sha256').update(readFileSync(file)).digest();
}

async function workerCode(build: Build, target: string[]): Promise<string> {
  const { outputFiles } = await bundle({
    entryPoints: [WORKER],
    bundle: true,
    minify: true,
    format: 'iife',
    target,
    define: { BUILD: JSON.stringify(build) },
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
