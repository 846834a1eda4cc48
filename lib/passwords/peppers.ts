/**
 * A secret that goes into every password's hash and is not kept beside them: who has got hold of the table alone has nothing
 * to try passwords on.
 */
export interface Pepper {
  /** Which one a hash was made with is written in front of it. */
  readonly version: number;
  readonly secret: string;
}

const LINE = /^([1-9]\d{0,5}):(.{32,})$/;

/**
 * The peppers of a text with one a line, such as `2:…`, the newest first: that one hashes, and each of them verifies what it has
 * hashed.
 * @throws Error if one of them is none, or if there is none
 */
export function peppersIn(lines: string): readonly Pepper[] {
  const peppers = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, version, secret] = LINE.exec(line) ?? [];
      if (!version || !secret) throw new Error('A pepper is a version and at least 32 characters: 1:…');
      return { version: Number(version), secret };
    });
  if (peppers.length === 0) throw new Error('There is no pepper.');
  return peppers;
}
