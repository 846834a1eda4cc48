/**
 * A secret that goes into every password's hash and is not kept beside them: who has got hold of the table alone has nothing
 * to try passwords on.
 */
export interface Pepper {
  /** Which one a hash was made with is written in front of it. */
  readonly version: number;
  readonly secret: string;
}

/** The newest first; read anew where one of them is asked for that was not among them. */
export type Peppers = (options?: { readonly anew: boolean }) => Promise<readonly Pepper[]>;

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

/**
 * The pepper of a version; without one, the newest.
 * @throws Error if it is not there
 */
export async function pepperOf(peppers: Peppers, version?: number): Promise<Pepper> {
  const isMeant = (pepper: Pepper) => version === undefined || pepper.version === version;
  const pepper = (await peppers()).find(isMeant) ?? (await peppers({ anew: true })).find(isMeant);
  if (!pepper) throw new Error(`Something was made with the pepper ${version}, which is not there.`);
  return pepper;
}
