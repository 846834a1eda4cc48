import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { leaveOut, NEVER_IMPORTED } from './left-out.ts';
import { onlyIfChanged } from './only-if-changed.ts';
import { leaveOutAttestation } from './passkeys-left-out.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(root, '.build/functions');

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
}

/** Makes one bundle per function, where serverless.yml looks for it. */
export async function buildFunctions(): Promise<void> {
  const sources = ['functions', 'lib', 'package-lock.json', 'scripts/build'];
  await onlyIfChanged('functions', { sources, out: OUT }, bundleAll);
}

/** The bundles that are built, by name. */
export function bundles(): Bundle[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(OUT, folder))
      .filter((file) => file.endsWith('.mjs'))
      .map((file) => ({ name: `${folder}/${file}`, bytes: statSync(join(OUT, folder, file)).size })),
  );
}

async function bundleAll(): Promise<void> {
  // What is no function any more must not be taken for one.
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const entryPoints = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, 'functions', folder)).map((file) => join(root, 'functions', folder, file)),
  );
  await build({
    entryPoints,
    outbase: join(root, 'functions'),
    outdir: OUT,
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
  // A function reads it only when somebody chooses a password: not a byte more for its cold start.
  copyFileSync(COMMON_PASSWORDS, join(OUT, 'http', basename(COMMON_PASSWORDS)));
}
