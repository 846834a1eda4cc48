import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../lib/chat/ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';

const AT_ONCE = 20;
const EACH_MS = 1_000;
const CAPACITY_MS = 5_000;

const triesOf = (count: number) => ({ count, nextAt: NOON + count, forgottenAt: NOON + 60_000 });

export function throttleContract(store: () => Store): void {
  const throttle = () => store().throttle;

  describe('the tries under a key', () => {
    test('are none at first, and then as they were put', async () => {
      const key = fresh('password#alice');
      expect(await throttle().tries(key)).toBeUndefined();
      expect(await throttle().replaceTries(key, undefined, triesOf(1))).toBe(true);
      expect(await throttle().tries(key)).toEqual(triesOf(1));
    });

    test('are replaced by whoever knows what they are', async () => {
      const key = fresh('password#alice');
      await throttle().replaceTries(key, undefined, triesOf(1));
      expect(await throttle().replaceTries(key, triesOf(1), triesOf(2))).toBe(true);
      expect(await throttle().tries(key)).toEqual(triesOf(2));
    });

    test.each([
      ['there are none', undefined],
      ['there are fewer', triesOf(1)],
      ['it was another time', { ...triesOf(2), nextAt: NOON }],
    ])('stay as they are for whoever thinks that %s', async (_, before) => {
      const key = fresh('password#alice');
      await throttle().replaceTries(key, undefined, triesOf(2));
      expect(await throttle().replaceTries(key, before, triesOf(3))).toBe(false);
      expect(await throttle().tries(key)).toEqual(triesOf(2));
    });

    test('are not replaced where there are none', async () => {
      const key = fresh('password#alice');
      expect(await throttle().replaceTries(key, triesOf(1), triesOf(2))).toBe(false);
      expect(await throttle().tries(key)).toBeUndefined();
    });

    test(`are replaced by exactly one of ${AT_ONCE} at the same time`, async () => {
      const key = fresh('password#alice');
      const first = await Promise.all(
        Array.from({ length: AT_ONCE }, (_, i) => throttle().replaceTries(key, undefined, triesOf(i))),
      );
      expect(first.filter((done) => done)).toHaveLength(1);
      const before = await throttle().tries(key);
      const second = await Promise.all(
        Array.from({ length: AT_ONCE }, (_, i) => throttle().replaceTries(key, before, triesOf(i + AT_ONCE))),
      );
      expect(second.filter((done) => done)).toHaveLength(1);
    });
  });

  describe('a bucket', () => {
    const pour = (key: string, now = NOON, ms = EACH_MS) => throttle().pour(key, ms, now, CAPACITY_MS);

    test('fills by what is poured, and leaks one ms in each', async () => {
      const key = fresh('frames#alice');
      expect(await pour(key)).toEqual({ hasRoom: true, emptyAt: NOON + EACH_MS });
      expect(await pour(key)).toEqual({ hasRoom: true, emptyAt: NOON + 2 * EACH_MS });
      expect(await pour(key, NOON + EACH_MS)).toEqual({ hasRoom: true, emptyAt: NOON + 3 * EACH_MS });
    });

    test('is full at its capacity, takes nothing then, and has room again when enough has leaked', async () => {
      const key = fresh('frames#alice');
      for (let i = 0; i < 5; i += 1) expect((await pour(key)).hasRoom).toBe(true);
      const full = { hasRoom: false, emptyAt: NOON + CAPACITY_MS };
      expect(await pour(key)).toEqual(full);
      expect(await pour(key, NOON + EACH_MS - 1)).toEqual(full);
      expect(await pour(key, NOON + EACH_MS)).toEqual({
        hasRoom: true,
        emptyAt: NOON + CAPACITY_MS + EACH_MS,
      });
    });

    test('that has been empty for long is as new', async () => {
      const key = fresh('frames#alice');
      await pour(key);
      expect(await pour(key, NOON * 2)).toEqual({ hasRoom: true, emptyAt: NOON * 2 + EACH_MS });
    });

    test('has less in it when something is taken out', async () => {
      const key = fresh('frames#alice');
      await pour(key);
      await pour(key);
      expect(await throttle().pour(key, -EACH_MS, NOON)).toEqual({ hasRoom: true, emptyAt: NOON + EACH_MS });
    });

    test('without a capacity takes everything', async () => {
      const key = fresh('frames#alice');
      await throttle().pour(key, CAPACITY_MS, NOON);
      expect(await throttle().pour(key, CAPACITY_MS, NOON)).toEqual({
        hasRoom: true,
        emptyAt: NOON + 2 * CAPACITY_MS,
      });
    });

    test(`counts each of ${AT_ONCE} that pour at the same time`, async () => {
      const [bounded, boundless] = [fresh('frames#alice'), fresh('frames#bob')];
      const all = await Promise.all(Array.from({ length: AT_ONCE }, () => pour(bounded)));
      expect(all.filter(({ hasRoom }) => hasRoom)).toHaveLength(CAPACITY_MS / EACH_MS);
      await Promise.all(Array.from({ length: AT_ONCE }, () => throttle().pour(boundless, EACH_MS, NOON)));
      expect((await throttle().pour(boundless, EACH_MS, NOON)).emptyAt).toBe(NOON + (AT_ONCE + 1) * EACH_MS);
    });

    test('is another one for each key', async () => {
      const [one, other] = [fresh('frames#alice'), fresh('frames#bob')];
      await pour(one);
      expect(await pour(other)).toEqual({ hasRoom: true, emptyAt: NOON + EACH_MS });
    });
  });
}
