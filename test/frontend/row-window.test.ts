import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  countAfter,
  type Held,
  MAX_ROWS,
  type RowWindow,
  widenedDown,
  widenedUp,
  windowAround,
  windowAtEnd,
  withNews,
} from '../../frontend/conversation/row-window.ts';

/** A log of which these numbers are held, and all of them are messages. */
const holding = (first: number, last: number): Held => ({
  first,
  last,
  seqs: Array.from({ length: last - first + 1 }, (_, i) => first + i),
});

const rowsIn = ({ first, last = Number.POSITIVE_INFINITY }: RowWindow, { seqs }: Held) =>
  seqs.filter((seq) => seq >= first && seq <= last);

/** A log of which these numbers are held; each so many-th of them is a message. */
const thinned = ({ first, last }: { first: number; last: number }, nth: number): Held => {
  const seqs = holding(first, last).seqs.filter((seq) => seq % nth === 0);
  return { first: seqs[0] ?? 1, last: seqs.at(-1) ?? 0, seqs };
};

describe('the rows that are in the page', () => {
  test('are the latest when a conversation opens, or all of a short one', () => {
    expect(windowAtEnd(holding(1, 10_000))).toEqual({ first: 9_941 });
    expect(windowAtEnd(holding(1, 3))).toEqual({ first: 1 });
    expect(windowAtEnd(holding(1, 0))).toEqual({ first: 1 });
  });

  test('are more at the top as one scrolls up, and then fewer at the bottom', () => {
    const held = holding(1, 10_000);
    let window: RowWindow = windowAtEnd(held);
    window = widenedUp(window, held);
    expect(window).toEqual({ first: 9_891 });
    window = widenedUp(widenedUp(window, held), held);
    expect(window).toEqual({ first: 9_791, last: 9_990 });
    expect(widenedUp({ first: 1 }, held)).toEqual({ first: 1 });
  });

  test('go to the end again as one scrolls down', () => {
    const held = holding(1, 1_000);
    expect(widenedDown({ first: 700, last: 899 }, held)).toEqual({ first: 750, last: 949 });
    expect(widenedDown({ first: 800, last: 980 }, held)).toEqual({ first: 801 });
    expect(widenedDown({ first: 801 }, held)).toEqual({ first: 801 });
  });

  test('are those around a message that somebody goes to, as far as they are held', () => {
    const held = holding(101, 1_000);
    expect(windowAround(500, held)).toEqual({ first: 470, last: 530 });
    expect(windowAround(110, held)).toEqual({ first: 101, last: 140 });
    expect(windowAround(990, held)).toEqual({ first: 960 });
  });

  test('stay as they are while one reads further up and somebody writes', () => {
    const held = holding(1, 1_001);
    const far = { first: 300, last: 499 };
    expect(withNews(far, held, 350)).toBe(far);
    const near = { first: 900 };
    expect(withNews(near, held, 950)).toBe(near);
  });

  test('are left out on the side that is further from the reader when there come to be too many', () => {
    const held = holding(1, 1_000);
    expect(withNews({ first: 800 }, held, 810)).toEqual({ first: 800, last: 999 });
    expect(withNews({ first: 800 }, held, 990)).toEqual({ first: 801 });
    expect(withNews({ first: 800 }, held, 'end')).toEqual({ first: 941 });
  });

  test('are counted by messages, however many entries of other kinds are between them', () => {
    const seqs = Array.from({ length: 500 }, (_, i) => 1 + i * 20);
    const held = { first: 1, last: 9_981, seqs };
    expect(windowAtEnd(held)).toEqual({ first: 8_801 });
    expect(widenedUp({ first: 8_801 }, held)).toEqual({ first: 7_801 });
    expect(countAfter(held, 9_941)).toBe(2);
  });

  test('are never more than fit, always held, and always have the one that is read', () => {
    const everyNth = fc.integer({ min: 1, max: 9 });
    const moves = fc.array(fc.constantFrom('up', 'down', 'news', 'earlier'), { maxLength: 80 });
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 400 }), everyNth, (list, start, nth) => {
        let span = { first: 2_000, last: 1_999 + start };
        let held = thinned(span, nth);
        let window: RowWindow = windowAtEnd(held);
        for (const move of list) {
          const inPage = rowsIn(window, held);
          const reading = inPage[Math.floor(inPage.length / 2)];
          if (move === 'up') window = widenedUp(window, held);
          if (move === 'down') window = widenedDown(window, held);
          if (move === 'earlier') span = { ...span, first: Math.max(1, span.first - 50) };
          if (move === 'news') span = { ...span, last: span.last + 7 };
          held = thinned(span, nth);
          window = withNews(window, held, reading ?? 'end');
          expect(rowsIn(window, held).length).toBeLessThanOrEqual(MAX_ROWS);
          expect(window.first).toBeGreaterThanOrEqual(held.first);
          if (move === 'news' && reading !== undefined) {
            expect(window.first).toBeLessThanOrEqual(reading);
            expect(window.last ?? held.last).toBeGreaterThanOrEqual(reading);
          }
        }
      }),
    );
  });
});
