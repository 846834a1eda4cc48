import { describe, expect, test } from '@jest/globals';
import type { SeldomUsed } from '../../../lib/chat/ports.ts';
import { fresh } from '../../support/fresh.ts';

/** What every implementation of SecondFactors and RecoveryCodes promises. */
export function secondFactorsContract(store: () => SeldomUsed): void {
  describe('a second factor', () => {
    const factors = () => store().secondFactors;
    const turnedOn = async (sealed = 'sealed', step = 100) => {
      const alice = fresh('alice');
      await factors().prepare(alice, sealed);
      expect(await factors().turnOn(alice, { sealed, since: 5 }, step)).toBe(true);
      return alice;
    };

    test('is nobody’s at first, is prepared, and is turned on', async () => {
      const [alice, bob] = [fresh('alice'), fresh('bob')];
      expect(await factors().find(alice)).toEqual({});
      await factors().prepare(alice, 'sealed');
      expect(await factors().find(alice)).toEqual({ prepared: 'sealed' });
      expect(await factors().turnOn(alice, { sealed: 'sealed', since: 5 }, 100)).toBe(true);
      expect(await factors().find(alice)).toEqual({ on: { sealed: 'sealed', since: 5 } });
      expect(await factors().find(bob)).toEqual({});
    });

    test('is not turned on when another is prepared by now, and is when it is on already', async () => {
      const alice = fresh('alice');
      expect(await factors().turnOn(alice, { sealed: 'none', since: 5 }, 100)).toBe(false);
      await factors().prepare(alice, 'former');
      await factors().prepare(alice, 'next');
      expect(await factors().turnOn(alice, { sealed: 'former', since: 5 }, 100)).toBe(false);
      expect(await factors().find(alice)).toEqual({ prepared: 'next' });
      expect(await factors().turnOn(alice, { sealed: 'next', since: 5 }, 100)).toBe(true);
      expect(await factors().turnOn(alice, { sealed: 'next', since: 6 }, 101)).toBe(true);
      expect(await factors().find(alice)).toEqual({ on: { sealed: 'next', since: 5 } });
    });

    test('stays on while another is prepared, which then takes its place', async () => {
      const alice = await turnedOn();
      await factors().prepare(alice, 'next');
      expect(await factors().find(alice)).toEqual({ prepared: 'next', on: { sealed: 'sealed', since: 5 } });
      expect(await factors().useStep(alice, 'next', 200)).toBe(false);
      await factors().turnOn(alice, { sealed: 'next', since: 6 }, 200);
      expect(await factors().find(alice)).toEqual({ on: { sealed: 'next', since: 6 } });
    });

    test('takes each step once, none before one that was used, and not that by which it was turned on', async () => {
      const alice = await turnedOn('sealed', 100);
      expect(await factors().useStep(alice, 'sealed', 100)).toBe(false);
      expect(await factors().useStep(alice, 'sealed', 102)).toBe(true);
      expect(await factors().useStep(alice, 'sealed', 102)).toBe(false);
      expect(await factors().useStep(alice, 'sealed', 101)).toBe(false);
      expect(await factors().useStep(alice, 'another', 103)).toBe(false);
      expect(await factors().useStep(alice, 'sealed', 103)).toBe(true);
    });

    test('gives a step to one of many who use it at the same time', async () => {
      const alice = await turnedOn();
      const used = await Promise.all(
        Array.from({ length: 8 }, () => factors().useStep(alice, 'sealed', 101)),
      );
      expect(used.filter(Boolean)).toEqual([true]);
    });

    test('is gone when it is turned off, also twice, and nothing is prepared', async () => {
      const alice = await turnedOn();
      await factors().prepare(alice, 'next');
      await factors().turnOff(alice);
      await factors().turnOff(alice);
      expect(await factors().find(alice)).toEqual({});
      expect(await factors().useStep(alice, 'sealed', 101)).toBe(false);
    });
  });

  describe('recovery codes', () => {
    const codes = () => store().recoveryCodes;

    test('are none at first, are those that were made, and are counted', async () => {
      const [alice, bob] = [fresh('alice'), fresh('bob')];
      expect(await codes().of(alice)).toBeUndefined();
      expect(await codes().has(alice, 'A')).toBe(false);
      expect(await codes().take(alice, 'A')).toBe(false);
      await codes().replace(alice, ['A', 'B'], 7);
      expect(await codes().of(alice)).toEqual({ left: 2, madeAt: 7 });
      expect([await codes().has(alice, 'A'), await codes().has(alice, 'C')]).toEqual([true, false]);
      expect([await codes().of(bob), await codes().has(bob, 'A')]).toEqual([undefined, false]);
    });

    test('are each good once, down to the last', async () => {
      const alice = fresh('alice');
      await codes().replace(alice, ['A', 'B'], 7);
      expect(await codes().take(alice, 'A')).toBe(true);
      expect([await codes().has(alice, 'A'), await codes().take(alice, 'A')]).toEqual([false, false]);
      expect(await codes().of(alice)).toEqual({ left: 1, madeAt: 7 });
      expect(await codes().take(alice, 'B')).toBe(true);
      expect(await codes().of(alice)).toEqual({ left: 0, madeAt: 7 });
      expect(await codes().take(alice, 'B')).toBe(false);
    });

    test('are given to one of many who use one at the same time', async () => {
      const alice = fresh('alice');
      await codes().replace(alice, ['A', 'B'], 7);
      const taken = await Promise.all(Array.from({ length: 8 }, () => codes().take(alice, 'A')));
      expect(taken.filter(Boolean)).toEqual([true]);
      expect(await codes().of(alice)).toEqual({ left: 1, madeAt: 7 });
    });

    test('are worth nothing when others are made', async () => {
      const alice = fresh('alice');
      await codes().replace(alice, ['A', 'B'], 7);
      await codes().replace(alice, ['C'], 8);
      expect(await codes().of(alice)).toEqual({ left: 1, madeAt: 8 });
      expect(await codes().take(alice, 'A')).toBe(false);
      expect(await codes().take(alice, 'C')).toBe(true);
    });
  });
}
