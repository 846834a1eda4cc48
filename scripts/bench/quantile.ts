/** The value that a share `q` of the values does not exceed: the nearest rank. NaN without values. */
export function quantile(values: readonly number[], q: number): number {
  const ascending = values.toSorted((one, other) => one - other);
  return ascending[Math.max(0, Math.ceil(q * ascending.length) - 1)] ?? Number.NaN;
}
