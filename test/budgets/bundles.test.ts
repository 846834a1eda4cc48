import { expect, test } from '@jest/globals';
import { largeParts, REASONS } from '../../scripts/bench/bundle-parts.ts';
import { bundles } from '../../scripts/build/functions.ts';

/** A cold start loads every byte; with all that left-out.ts leaves out, the largest has some to spare. */
const MAX_BYTES = 250_000;
const MAX_GZIP_BYTES = 80_000;

const all = bundles();

test.each(all.map((bundle) => [bundle.name, bundle] as const))(
  '%s is not larger than a cold start allows',
  (_, { bytes, gzipBytes }) => {
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThanOrEqual(MAX_BYTES);
    expect(gzipBytes).toBeLessThanOrEqual(MAX_GZIP_BYTES);
  },
);

test.each(all.map(({ name, parts }) => [name, parts]))('%s has no package twice', (_, parts) => {
  const folders = new Map<string, Set<string>>();
  for (const path of Object.keys(parts)) {
    const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path) ?? [];
    if (folder && name) folders.set(name, (folders.get(name) ?? new Set()).add(folder));
  }
  const twice = [...folders].filter(([, { size }]) => size > 1).map(([name]) => name);
  expect(folders.size).toBeGreaterThan(0);
  expect(twice).toEqual([]);
});

test('each large part of a bundle is there for a reason that is written down, and no reason is left over', () => {
  const parts = new Set(all.flatMap((bundle) => largeParts(bundle).map(([part]) => part)));
  expect([...parts].toSorted()).toEqual(Object.keys(REASONS).toSorted());
});
