import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What is text; pictures are packed already. */
const TEXTS = '**/*.{css,html,js,json,svg,webmanifest}';

/** In less than a packet of the network there is nothing to save. */
const LEAST_BYTES = 1_000;

/** How the names of packed files end, by which a server and a browser know how they are packed. */
const ENDINGS = { gzip: '.gz', brotli: '.br' } as const;

/** Whether a file is the packed form of another one, for servers that do not pack by themselves. */
export function isPacked(path: string): boolean {
  return Object.values(ENDINGS).some((ending) => path.endsWith(ending));
}

/** Puts the packed forms of its texts beside them into a folder; a CDN does so by itself. */
export async function packFiles(folder: string): Promise<void> {
  await Promise.all(
    globSync(TEXTS, { cwd: folder }).map(async (path) => {
      const file = join(folder, path);
      const content = readFileSync(file);
      if (content.length < LEAST_BYTES) return;
      const brotliParams = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      writeFileSync(
        file + ENDINGS.gzip,
        await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
      );
      writeFileSync(
        file + ENDINGS.brotli,
        await promisify(brotliCompress)(content, { params: brotliParams }),
      );
    }),
  );
}
