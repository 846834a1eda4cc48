import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { leaveOut, NEVER_IMPORTED } from './left-out.ts';
import { onlyIfChanged } from './only-if-changed.ts';
import { leaveOutAttestation } from './passkeys-left-out.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const FUNCTIONS_FOLDER = join(root, '.build/functions');
/** Of what each bundle is made; beside the bundles, so that it is deployed with none. */
const PARTS = join(FUNCTIONS_FOLDER, 'parts.json');

/** By whom a function is called. */
const FOLDERS = ['http', 'ws', 'scheduled'];
const COMMON_PASSWORDS = join(root, 'lib/passwords/common-passwords.txt');

/** Some packages are CommonJS inside and call `require`; the long names keep clear of the minifier's. */
const REQUIRE_BANNER = [
  "import { createRequire as createRequireOfBundle } from 'node:module';",
  'const require = createRequireOfBundle(import.meta.url);',
].join('');

export interface Bundle {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  /** Bytes in it of each source file, by its path from the project's root. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Makes one bundle per function, where serverless.yml looks for it. */
export async function buildFunctions(): Promise<void> {
  const sources = ['functions', 'lib', 'package-lock.json', 'scripts/build'];
  await onlyIfChanged('functions', { sources, out: FUNCTIONS_FOLDER }, bundleAll);
}

/** The bundles that are built, by name. */
export function bundles(): Bundle[] {
  const { outputs } = JSON.parse(readFileSync(PARTS, 'utf8')) as Metafile;
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(FUNCTIONS_FOLDER, folder))
      .filter((file) => file.endsWith('.mjs'))
      .map((file) => {
        const name = `${folder}/${file}`;
        const code = readFileSync(join(FUNCTIONS_FOLDER, name));
        const { inputs = {} } = outputs[`.build/functions/${name}`] ?? {};
        const parts = Object.entries(inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput]);
        return {
          name,
          bytes: code.length,
          gzipBytes: gzipSync(code).length,
          parts: Object.fromEntries(parts) as Bundle['parts'],
        };
      }),
  );
}

async function bundleAll(): Promise<void> {
  // What is no function any more must not be taken for one.
  rmSync(FUNCTIONS_FOLDER, { recursive: true, force: true });
  mkdirSync(FUNCTIONS_FOLDER, { recursive: true });
  const entryPoints = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, 'functions', folder)).map((file) => join(root, 'functions', folder, file)),
  );
  const { metafile } = await build({
    absWorkingDir: root,
    metafile: true,
    entryPoints,
    outbase: join(root, 'functions'),
    outdir: FUNCTIONS_FOLDER,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // The SDK's ES modules first: they can be shaken, its CommonJS can't.
    mainFields: ['module', 'main'],
    external: NEVER_IMPORTED,
    plugins: [leaveOut, leaveOutAttestation],
    banner: { js: REQUIRE_BANNER },
    logLevel: 'warning',
  });
  writeFileSync(PARTS, JSON.stringify(metafile));
  // A function reads it only when somebody chooses a password: not a byte more for its cold start.
  copyFileSync(COMMON_PASSWORDS, join(FUNCTIONS_FOLDER, 'http', basename(COMMON_PASSWORDS)));
}
