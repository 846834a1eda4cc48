import { readdirSync, readFileSync } from 'node:fs';
import { expect, jest, test } from '@jest/globals';
import type { Plan } from '../../scripts/simulate/plan.ts';
import { run } from '../../scripts/simulate/run.ts';

jest.setTimeout(60_000);

const folder = new URL('./regressions/', import.meta.url);

/** Plans, made small, that broke a promise once; docs/delivery.md tells of each. */
test.each(readdirSync(folder))('%s breaks no promise any more', async (file) => {
  const plan = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Plan;
  expect((await run(plan)).violations).toEqual([]);
});
