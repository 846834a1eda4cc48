import { beforeEach, describe, expect, test } from '@jest/globals';
import { type FrameLimit, frameLimit } from '../../lib/chat/frame-limit.ts';
import type { Refusal } from '../../lib/chat/refusal.ts';
import { DEFAULT_THROTTLE_LIMITS } from '../../lib/chat/throttle-limits.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { metered } from '../support/metered.ts';

const { framesPerMinute, framesUntold } = DEFAULT_THROTTLE_LIMITS;
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

let chat: MemoryChat;
let letThrough: FrameLimit;

beforeEach(() => {
  chat = memoryChat();
  letThrough = frameLimit(chat);
});

const isThrough = (person = 'alice', limit = letThrough): Promise<boolean> =>
  limit(person).then(
    () => true,
    () => false,
  );

async function throughOf(frames: number, limit = letThrough): Promise<number> {
  let through = 0;
  for (let i = 0; i < frames; i += 1) if (await isThrough('alice', limit)) through += 1;
  return through;
}

describe('the frames of a person', () => {
  test('may come a hundred at once, and then 100 a minute', async () => {
    const atOnce = await throughOf(1_000);
    expect(atOnce).toBeGreaterThanOrEqual(framesPerMinute);
    expect(atOnce).toBeLessThanOrEqual(framesPerMinute + framesUntold);
    let later = 0;
    for (let seconds = 0; seconds < 600; seconds += 1) {
      chat.clock.advance(SECOND_MS);
      later += await throughOf(5);
    }
    expect(later).toBeGreaterThanOrEqual(10 * framesPerMinute - framesUntold);
    expect(later).toBeLessThanOrEqual(10 * (framesPerMinute + framesUntold));
  });

  test('are refused with when to send on, and let through then', async () => {
    await throughOf(1_000);
    const { code, retryAfter = 0 } = (await letThrough('alice').catch((refusal) => refusal)) as Refusal;
    expect(code).toBe('too-many-frames');
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(60);
    chat.clock.advance(retryAfter * SECOND_MS);
    expect(await isThrough()).toBe(true);
  });

  test('do not hold up those of others', async () => {
    await throughOf(1_000);
    expect(await isThrough('bob')).toBe(true);
  });

  test('are counted together by all processes, but for what each has not told yet', async () => {
    const processes = Array.from({ length: 4 }, () => frameLimit(chat));
    let through = 0;
    for (let i = 0; i < 250; i += 1) {
      for (const limit of processes) if (await isThrough('alice', limit)) through += 1;
    }
    expect(through).toBeLessThanOrEqual(framesPerMinute + processes.length * framesUntold);
  });

  test('are counted rightly where they come at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 1_000 }, () => isThrough()));
    expect(all.filter((through) => through).length).toBeGreaterThanOrEqual(framesPerMinute);
    expect(await isThrough()).toBe(false);
  });
});

describe('what it costs', () => {
  test('is nothing for somebody who writes for an hour, with a frame every three seconds', async () => {
    const meter = metered(chat);
    const limit = frameLimit(meter.ports);
    for (let i = 0; i < 20 * 60; i += 1) {
      chat.clock.advance(3 * SECOND_MS);
      await limit('alice');
    }
    expect(meter.read()).toEqual({ 'clock.now': 20 * 60 });
  });

  test('is a write for 25 frames of somebody who is fast, and nothing for those that are refused', async () => {
    const meter = metered(chat);
    const limit = frameLimit(meter.ports);
    await throughOf(framesPerMinute, limit);
    expect(meter.read()['throttle.pour']).toBe(framesPerMinute / framesUntold);
    await throughOf(1_000, limit);
    expect(meter.read()['throttle.pour']).toBe(1);
  });

  test('is memory for ten thousand people at most', async () => {
    await throughOf(framesUntold - 1);
    for (let i = 0; i < 10_000; i += 1) await letThrough(`person-${i}`);
    const meter = metered(chat);
    chat.clock.advance(MINUTE_MS);
    expect(await isThrough()).toBe(true);
    expect(meter.read()).toEqual({});
  });
});
