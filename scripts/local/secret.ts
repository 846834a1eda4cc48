import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const SECRET_BYTES = 32;

/** What signs sessions, or another secret: made once and kept, so that a restart signs nobody out. */
export function keptSecret(file: string, make: () => string = randomSecret): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secret = make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}

/** The first of what goes into the hashes of passwords: see lib/passwords/peppers.ts. */
export function newPepper(version = 1): string {
  return `${version}:${randomSecret()}`;
}

function randomSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}
