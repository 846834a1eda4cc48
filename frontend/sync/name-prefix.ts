/** What the server takes for the beginning of a name; for anything else it would find nobody. */
const NAME_PREFIX = /^[a-z0-9_-]{0,32}$/;

/** What somebody looks for, as the beginning of a name; undefined if no name begins so. */
export function namePrefix(query: string): string | undefined {
  const prefix = query.trim().toLowerCase();
  return NAME_PREFIX.test(prefix) ? prefix : undefined;
}
