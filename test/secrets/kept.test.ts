import { describe, expect, test } from '@jest/globals';
import { kept } from '../../lib/secrets/kept.ts';
import { handMovedClock } from '../support/hand-moved-clock.ts';
import { recordedLog } from '../support/recorded-log.ts';

const MINUTE_MS = 60_000;

/** A value that is kept for five minutes; `answers` are its readings, one after the other. */
function keptFrom(...answers: (string | Error)[]) {
  const clock = handMovedClock();
  const log = recordedLog();
  let readings = 0;
  const read = kept({ clock, log }, 5 * MINUTE_MS, async () => {
    const answer = answers[readings];
    readings += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { clock, log, read, readings: () => readings };
}

describe('a kept value', () => {
  test('is read once for all who ask at the same time, and for those who ask soon after', async () => {
    const { clock, read, readings } = keptFrom('first');
    expect(await Promise.all([read(), read()])).toEqual(['first', 'first']);
    clock.advance(5 * MINUTE_MS - 1);
    expect(await read()).toBe('first');
    expect(readings()).toBe(1);
  });

  test('is read again when its time is over', async () => {
    const { clock, read } = keptFrom('first', 'second');
    await read();
    clock.advance(5 * MINUTE_MS);
    expect(await read()).toBe('second');
  });

  test('stays when it can not be read again, which is logged and soon tried once more', async () => {
    const { clock, log, read, readings } = keptFrom('first', new Error('throttled'), 'second');
    await read();
    clock.advance(5 * MINUTE_MS);
    expect(await read()).toBe('first');
    expect(log.warnings).toEqual([
      { event: 'value not read again', details: { reason: 'Error: throttled' } },
    ]);
    expect(await read()).toBe('first');
    expect(readings()).toBe(2);
    clock.advance(MINUTE_MS / 2);
    expect(await read()).toBe('second');
  });

  test('that could never be read fails, and is tried again by the next who asks', async () => {
    const { read } = keptFrom(new Error('not there'), 'first');
    await expect(read()).rejects.toThrow('not there');
    expect(await read()).toBe('first');
  });
});
