import { describe, expect, test } from '@jest/globals';
import type { OperatorStore, Store } from '../../../lib/chat/ports.ts';
import type { Report } from '../../../lib/chat/report-ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';
import { allPages } from './all-pages.ts';

const MESSAGE = {
  kind: 'message',
  seq: 3,
  from: 'mallory',
  clientId: 'm1',
  at: NOON,
  messages: 3,
  text: 'Buy!',
} as const;
const CLOSING = { closedBy: 'operator:root', closedAt: NOON + 1 };

export function reportsContract(store: () => Store & OperatorStore): void {
  const review = () => store().reportReview;
  const add = (report: Report) => store().reports.add(report);
  const reportOf = (about: string, by: string, fields: Partial<Report> = {}): Report => ({
    about,
    by,
    at: NOON,
    reason: 'spam',
    entries: [MESSAGE],
    ...fields,
  });
  /** Of these people, for others have been reported by other tests. */
  const listed = async (state: 'open' | 'closed', ...about: readonly string[]) =>
    (await allPages((page) => review().list(state, page), 3)).filter((report) =>
      about.includes(report.about),
    );

  describe('a report', () => {
    test('is found as it was made, and listed without what was written', async () => {
      const report = reportOf(fresh('mallory'), fresh('alice'), { seq: 3, note: 'Sells watches.' });
      await add(report);
      expect(await review().find(report.about, report.by)).toEqual(report);
      const { entries: _, ...listedAs } = report;
      expect(await listed('open', report.about)).toEqual([listedAs]);
    });

    test('takes the place of the last by the same about the same, and is open again', async () => {
      const first = reportOf(fresh('mallory'), fresh('alice'));
      await add(first);
      await review().close(first, CLOSING);
      const second = { ...first, at: NOON + 5, reason: 'threat' } as const;
      await add(second);
      expect(await review().find(first.about, first.by)).toEqual(second);
      expect(await listed('closed', first.about)).toEqual([]);
    });

    test('that is closed is on the other list, with who did it and when', async () => {
      const report = reportOf(fresh('mallory'), fresh('alice'));
      await add(report);
      expect(await review().close(report, CLOSING)).toBe(true);
      expect(await listed('open', report.about)).toEqual([]);
      expect(await listed('closed', report.about)).toMatchObject([CLOSING]);
      expect(await review().find(report.about, report.by)).toEqual({ ...report, ...CLOSING });
    });

    test('is not closed if another has come in its place, or if there is none', async () => {
      const report = reportOf(fresh('mallory'), fresh('alice'));
      expect(await review().close(report, CLOSING)).toBe(false);
      expect(await review().find(report.about, report.by)).toBeUndefined();
      await add({ ...report, at: NOON + 5 });
      expect(await review().close(report, CLOSING)).toBe(false);
      expect(await listed('open', report.about)).toHaveLength(1);
    });
  });

  describe('the list of reports', () => {
    test.each([1, 2, 3, 4])('is by whom they are about, then by whom, in pages of %i', async (limit) => {
      const [first, second] = [`${fresh('a')}x`, `${fresh('b')}x`];
      // One name is how another begins.
      const third = `${second}-y`;
      for (const [about, by] of [
        [third, 'alice'],
        [second, 'bob'],
        [first, 'bob'],
        [second, 'alice'],
      ] as const) {
        await add(reportOf(about, by));
      }
      const all = await allPages((page) => review().list('open', page), limit);
      const own = all.filter(({ about }) => [first, second, third].includes(about));
      expect(own.map(({ about, by }) => [about, by])).toEqual([
        [first, 'bob'],
        [second, 'alice'],
        [second, 'bob'],
        [third, 'alice'],
      ]);
    });

    test.each(['', 'mallory', 'mallory.', 'mallory.alice.bob'])('refuses %j as a cursor', async (cursor) => {
      const refused = { code: 'invalid-request', field: 'cursor' };
      await expect(review().list('open', { cursor, limit: 5 })).rejects.toMatchObject(refused);
    });
  });
}
