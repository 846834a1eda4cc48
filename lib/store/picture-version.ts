import { createHash } from 'node:crypto';

/** Of a SHA-256 in base64url: 96 bits, more than any number of pictures needs, in a name that each list carries. */
const VERSION_CHARACTERS = 16;

/** The version of a picture: its content's hash, so that the same picture is never fetched twice. */
export function pictureVersion(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, VERSION_CHARACTERS);
}
