/** A secret that was rotated signs within this time, and one that was taken out no longer verifies. */
export const SECRETS_KEPT_MS = 5 * 60_000;

/** The secrets of a text with one a line. The first signs, and each of them verifies. */
export function secretsIn(lines: string): string[] {
  return lines.split('\n').filter((line) => line !== '');
}
