import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import type { Refusal } from '../../lib/chat/refusal.ts';
import { DEFAULT_THROTTLE_LIMITS } from '../../lib/chat/throttle-limits.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { metered } from '../support/metered.ts';
import { alice, mallory } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { PASSWORD, signUp } from './devices.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const { freeTries, triesPerHourAndAccount, triesPerHourAndAddress } = DEFAULT_THROTTLE_LIMITS;
const LONGEST_WAIT_S = 15 * 60;
const PHONE = { person: 'alice', id: 'the phone of alice' };

let chat: MemoryChat;

beforeEach(async () => {
  chat = memoryChat();
  await signUp(chat, alice);
});

const from = (address: string): MemoryChat => ({ ...chat, caller: { address } });

/** Tries a password; answers what it was refused with, if it was. */
async function tryPassword(
  password: string,
  { name = 'alice', at = chat, device }: { name?: string; at?: MemoryChat; device?: typeof PHONE } = {},
): Promise<Refusal | undefined> {
  return logIn(at, { name, password }, { ...HERE, known: device }).then(
    () => undefined,
    (refusal: Refusal) => refusal,
  );
}

async function tryWrong(times: number, how?: Parameters<typeof tryPassword>[1]): Promise<string[]> {
  const codes: string[] = [];
  for (let i = 0; i < times; i += 1) codes.push((await tryPassword('wrong password', how))?.code ?? '');
  return codes;
}

/** Waits each time until it may be tried again, and answers how long that was, in seconds. */
async function waitsAfter(tries: number): Promise<number[]> {
  const waits: number[] = [];
  for (let i = 0; i < tries; i += 1) {
    expect(await tryWrong(1)).toEqual(['wrong-credentials']);
    const { retryAfter = 0 } = (await tryPassword('wrong password')) ?? {};
    waits.push(retryAfter);
    chat.clock.advance(retryAfter * SECOND_MS);
  }
  return waits;
}

describe('whoever tries wrong passwords at an account', () => {
  test('is let try as often as is free, though the machine that looks next has a clock that is behind', async () => {
    await tryWrong(1);
    const behind = { ...chat, clock: { ...chat.clock, now: () => chat.clock.now() - SECOND_MS } };
    expect(await tryWrong(freeTries - 1, { at: behind })).toEqual(
      Array(freeTries - 1).fill('wrong-credentials'),
    );
    expect(await tryWrong(1, { at: behind })).toEqual(['too-many-tries']);
  });

  test('has five tries, and then waits, twice as long each time, but never more than 15 minutes', async () => {
    expect(await tryWrong(freeTries)).toEqual(Array(freeTries).fill('wrong-credentials'));
    chat.clock.advance(SECOND_MS);
    expect(await waitsAfter(12)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  test('is told when to try again, and is refused before the password is looked at', async () => {
    await tryWrong(freeTries);
    const meter = metered(chat);
    const refusal = await tryPassword(PASSWORD, { at: meter.ports });
    expect(refusal).toMatchObject({ code: 'too-many-tries', retryAfter: 1 });
    expect(meter.read()).toEqual({ 'clock.now': expect.any(Number), 'throttle.tries': 1 });
  });

  test('does not wait longer for trying while they have to wait', async () => {
    await tryWrong(freeTries);
    expect(await tryWrong(50)).toEqual(Array(50).fill('too-many-tries'));
    chat.clock.advance(SECOND_MS);
    expect(await tryPassword(PASSWORD)).toBeUndefined();
  });

  test('has all of them again after the right one, and after a day without any', async () => {
    await tryWrong(freeTries - 1);
    expect(await tryPassword(PASSWORD)).toBeUndefined();
    expect(await tryWrong(freeTries)).toEqual(Array(freeTries).fill('wrong-credentials'));
    chat.clock.advance(DAY_MS);
    expect(await tryWrong(freeTries)).toEqual(Array(freeTries).fill('wrong-credentials'));
  });

  test('does not learn whether anybody has the name', async () => {
    const refusalsOf = async (name: string) => {
      const refusals: (Refusal | undefined)[] = [];
      for (let i = 0; i < 2 * freeTries; i += 1) refusals.push(await tryPassword('wrong', { name }));
      return refusals.map((refusal) => [refusal?.code, refusal?.message, refusal?.retryAfter]);
    };
    expect(await refusalsOf('nobody')).toEqual(await refusalsOf('alice'));
    expect(await refusalsOf('no name 🐘')).toEqual(await refusalsOf('carol'));
  });

  test('has no tries more for doing 200 at the same time', async () => {
    const refusals = await Promise.all(Array.from({ length: 200 }, () => tryPassword('wrong password')));
    const codes = refusals.map((refusal) => refusal?.code);
    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(freeTries);
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(200 - freeTries);
  });

  test('has no tries more for coming from another address of the same network', async () => {
    for (let i = 0; i < freeTries; i += 1) await tryWrong(1, { at: from(`2001:db8:1:2::${i + 1}`) });
    expect(await tryWrong(1, { at: from('2001:db8:1:2:ffff::1') })).toEqual(['too-many-tries']);
    expect(await tryWrong(1, { at: from('2001:db8:1:3::1') })).toEqual(['wrong-credentials']);
  });
});

describe('strangers together', () => {
  test('try so many passwords of one account in an hour, from however many addresses', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 2 * triesPerHourAndAccount; i += 1) {
      codes.push(...(await tryWrong(1, { at: from(`198.51.100.${i}`) })));
    }
    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(triesPerHourAndAccount);
    const { code, retryAfter } = (await tryPassword(PASSWORD, { at: from('192.0.2.1') })) as Refusal;
    expect([code, retryAfter]).toEqual(['too-many-tries', 60]);
    chat.clock.advance(60 * SECOND_MS);
    expect(await tryPassword(PASSWORD, { at: from('192.0.2.1') })).toBeUndefined();
  });

  test('who are refused for what others did wait no longer for it', async () => {
    for (let i = 0; i < triesPerHourAndAccount; i += 1) await tryWrong(1, { at: from(`198.51.100.${i}`) });
    await tryWrong(3 * freeTries, { at: from('192.0.2.1') });
    chat.clock.advance(HOUR_MS);
    expect(await tryWrong(freeTries, { at: from('192.0.2.1') })).not.toContain('too-many-tries');
  });

  test('try so many accounts from one address in an hour, also with one of their own in between', async () => {
    await register(from('192.0.2.9'), { ...mallory, password: PASSWORD }, HERE);
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < triesPerHourAndAddress; i += 1) {
      codes.push((await tryPassword(PASSWORD, { name: i % 2 ? `name-${i}` : 'mallory' }))?.code);
    }
    expect(codes).not.toContain('too-many-tries');
    expect(await tryWrong(1, { name: 'another-name' })).toEqual(['too-many-tries']);
    expect(await tryWrong(1, { name: 'another-name', at: from('192.0.2.1') })).toEqual(['wrong-credentials']);
  });
});

describe('the owner of an account that is under attack', () => {
  test('gets in at once from a device where they were before, and is counted there by themselves', async () => {
    await tryWrong(100);
    expect(await tryPassword(PASSWORD, { device: PHONE })).toBeUndefined();
    await tryWrong(freeTries, { device: PHONE });
    expect(await tryPassword(PASSWORD, { device: PHONE })).toMatchObject({ code: 'too-many-tries' });
    expect(await tryPassword(PASSWORD, { device: { ...PHONE, id: 'the laptop of alice' } })).toBeUndefined();
  });

  test('gets in from a new device elsewhere, and after 15 minutes at most from where the attacker is', async () => {
    for (let hours = 0; hours < 10; hours += 1) {
      await tryWrong(20);
      chat.clock.advance(HOUR_MS);
    }
    await tryWrong(1);
    expect(await tryPassword(PASSWORD, { at: from('192.0.2.1') })).toBeUndefined();
    const { retryAfter = 0 } = (await tryPassword(PASSWORD)) as Refusal;
    expect(retryAfter).toBeLessThanOrEqual(LONGEST_WAIT_S);
    chat.clock.advance(retryAfter * SECOND_MS);
    expect(await tryPassword(PASSWORD)).toBeUndefined();
  });

  test('is no stranger for the device of somebody else', async () => {
    const ofMallory = { person: 'mallory', id: 'the phone of mallory' };
    await tryWrong(freeTries, { device: ofMallory });
    expect(await tryWrong(1, { device: ofMallory })).toEqual(['too-many-tries']);
  });

  /** What a stranger may do: try from anywhere, with any device of their own, at anybody, at once or after a while. */
  const act = fc.record({
    address: fc.constantFrom('203.0.113.7', '192.0.2.1', '2001:db8::1'),
    name: fc.constantFrom('alice', 'mallory', 'nobody'),
    password: fc.constantFrom('wrong password', PASSWORD),
    device: fc.constantFrom(undefined, { person: 'mallory', id: 'm' }, { person: 'mallory', id: PHONE.id }),
    times: fc.integer({ min: 1, max: 80 }),
    waitMs: fc.constantFrom(0, SECOND_MS, 15 * MINUTE_MS, DAY_MS),
  });

  test('gets in from a known device whatever a stranger does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        chat = memoryChat();
        await signUp(chat, alice);
        await signUp(chat, mallory);
        for (const { address, name, password, device, times, waitMs } of acts) {
          const guess = name === 'alice' ? 'wrong password' : password;
          const how = { name, at: from(address), ...(device && { device }) };
          await Promise.all(Array.from({ length: times }, () => tryPassword(guess, how)));
          chat.clock.advance(waitMs);
          expect(await tryPassword(PASSWORD, { device: PHONE, at: from(address) })).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('making accounts', () => {
  const limits = { ...DEFAULT_THROTTLE_LIMITS, accountsPerHourAndAddress: 3, accountsPerHour: 5 };
  const registerAt = (address: string, name: string) =>
    register({ ...from(address), throttleLimits: limits }, { name, password: PASSWORD }, HERE).then(
      () => 'made',
      ({ code, retryAfter }: Refusal) => `${code} ${retryAfter}`,
    );

  test('is bounded for each address, and for all together, before a password is worked on', async () => {
    chat = memoryChat();
    const here = ['one', 'two', 'three', 'four'].map((name) => () => registerAt('203.0.113.7', name));
    const results: string[] = [];
    for (const make of here) results.push(await make());
    expect(results).toEqual(['made', 'made', 'made', `too-many-tries ${20 * 60}`]);
    expect(await registerAt('192.0.2.1', 'five')).toBe('made');
    expect(await registerAt('192.0.2.2', 'six')).toBe('made');
    expect(await registerAt('192.0.2.3', 'seven')).toBe(`too-many-tries ${12 * 60}`);
    chat.clock.advance(20 * MINUTE_MS);
    expect(await registerAt('203.0.113.7', 'four')).toBe('made');
  });
});
