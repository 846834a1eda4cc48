let taken = 0;

/**
 * A name that no other test of this file has used: the databases are shared by all tests of a file. No such name is
 * the beginning of another.
 */
export function fresh(what: string): string {
  taken += 1;
  return `${what}-${taken}-`;
}
