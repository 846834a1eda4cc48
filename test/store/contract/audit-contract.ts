import { describe, expect, test } from '@jest/globals';
import type { AuditRecord } from '../../../lib/chat/audit-ports.ts';
import type { OperatorStore, Store } from '../../../lib/chat/ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';
import { allPages } from './all-pages.ts';

const DAY_MS = 24 * 60 * 60_000;

/** No other test records anything of then, and no emulator takes it for expired. */
const MUCH_LATER = Date.UTC(2090, 0, 31, 12);

export function auditContract(store: () => Store & OperatorStore): void {
  const record = (record: AuditRecord) => store().audit.record(record);
  const of = (person: string) => allPages((page) => store().auditTrail.of(person, page), 2);

  describe('an audit record', () => {
    test('is read as it was written, with all that it says', async () => {
      const written: AuditRecord = {
        at: NOON,
        event: 'session-revoked',
        person: fresh('alice'),
        by: 'operator:root',
        session: 'Ab_-9xyz',
        address: '2001:db8::7',
        device: 'Mozilla/5.0',
        details: { reason: 'spam' },
      };
      await record(written);
      expect(await of(written.person ?? '')).toEqual([written]);
    });

    test('says no more than what is known', async () => {
      const person = fresh('alice');
      await record({ at: NOON, event: 'logged-in', person, address: undefined, device: undefined });
      expect(await of(person)).toEqual([{ at: NOON, event: 'logged-in', person }]);
    });

    test('stays when the same happens again in the same moment', async () => {
      const person = fresh('alice');
      const same: AuditRecord = { at: NOON, event: 'log-in-refused', person };
      await Promise.all([record(same), record(same), record(same)]);
      expect(await of(person)).toEqual([same, same, same]);
    });

    test('may be of nobody, and is no person’s then', async () => {
      const at = MUCH_LATER - 10 * DAY_MS;
      await record({ at, event: 'log-in-refused' });
      const { items } = await store().auditTrail.recent({ since: at, until: at }, { limit: 5 });
      expect(items).toEqual([{ at, event: 'log-in-refused' }]);
    });
  });

  describe('the audit trail of a person', () => {
    test.each([1, 2, 3, 4, 5])('has the latest first, in pages of %i, and nobody else’s', async (limit) => {
      const [alice, bob] = [fresh('alice'), fresh('bob')];
      for (const after of [1, 3, 0, 2]) {
        await record({ at: NOON + after * DAY_MS, event: 'logged-in', person: alice });
        await record({ at: NOON + after * DAY_MS, event: 'logged-out', person: bob });
      }
      const found = await allPages((page) => store().auditTrail.of(alice, page), limit);
      expect(found.map(({ at, person }) => [(at - NOON) / DAY_MS, person])).toEqual([
        [3, alice],
        [2, alice],
        [1, alice],
        [0, alice],
      ]);
    });

    test('is empty for somebody to whom nothing has happened', async () => {
      expect(await store().auditTrail.of(fresh('carol'), { limit: 5 })).toEqual({ items: [] });
    });

    test.each(['', 'x', '2026-11-26T12:00:00.000Z', '9999-99-99T99:99:99.999Z#short'])(
      'refuses %j as a cursor',
      async (cursor) => {
        const refused = { code: 'invalid-request', field: 'cursor' };
        const page = { cursor, limit: 5 };
        await expect(store().auditTrail.of('alice', page)).rejects.toMatchObject(refused);
        const span = { since: NOON, until: NOON };
        await expect(store().auditTrail.recent(span, page)).rejects.toMatchObject(refused);
      },
    );
  });

  describe('the audit trail of everybody', () => {
    test.each([1, 2, 3, 4, 7])(
      'has all between two times, over days and days without any, the latest first, in pages of %i',
      async (limit) => {
        const first = MUCH_LATER + limit * 1000 * DAY_MS;
        const [alice, bob] = [fresh('alice'), fresh('bob')];
        const times = [0, 1, DAY_MS, DAY_MS + 1, 5 * DAY_MS, 5 * DAY_MS + 1];
        for (const [i, time] of times.entries()) {
          await record({ at: first + time, event: 'logged-in', person: i % 2 === 0 ? alice : bob });
        }
        const span = { since: first + 1, until: first + 5 * DAY_MS };
        const found = await allPages((page) => store().auditTrail.recent(span, page), limit);
        expect(found.map(({ at }) => at - first)).toEqual([5 * DAY_MS, DAY_MS + 1, DAY_MS, 1]);
        expect(found.map(({ person }) => person)).toEqual([alice, bob, alice, bob]);
      },
    );
  });
}
