import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { totpCodes } from '../../lib/passwords/one-time-codes.ts';
import { seal, unseal } from '../../lib/passwords/sealed.ts';
import { codeOf, stepAt } from '../../lib/passwords/totp.ts';

const FIRST = { version: 1, secret: 'the first pepper, which is long enough' };
const SECOND = { version: 2, secret: 'the second pepper, which is long enough' };
const NOW = 1_795_493_005_410;

describe('what is sealed', () => {
  test('is read again by whoever has the pepper, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (plain, whose) => {
        expect([...unseal(FIRST, 'a', whose, seal(FIRST, 'a', whose, plain))]).toEqual([...plain]);
      }),
    );
  });

  test('is another text each time, and nothing of it is in that', () => {
    const plain = Buffer.from('a secret of an app');
    const [one, other] = [seal(FIRST, 'a', 'alice', plain), seal(FIRST, 'a', 'alice', plain)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one.split(':')[1] ?? '', 'base64url').includes(plain)).toBe(false);
  });

  test('is opened by no other pepper, for nothing else and for nobody else', () => {
    const sealed = seal(FIRST, 'a', 'alice', Buffer.from('x'));
    expect(() => unseal(SECOND, 'a', 'alice', sealed)).toThrow();
    expect(() => unseal(FIRST, 'b', 'alice', sealed)).toThrow();
    expect(() => unseal(FIRST, 'a', 'bob', sealed)).toThrow();
  });

  test('is not opened any more when a bit of it is another', () => {
    const sealed = seal(FIRST, 'a', 'alice', Buffer.from('twenty bytes of text'));
    const bytes = Buffer.from(sealed.slice('p1:'.length), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(FIRST, 'a', 'alice', `p1:${changed.toString('base64url')}`)).toThrow();
    }
    expect(() => unseal(FIRST, 'a', 'alice', 'p1:')).toThrow('not sealed here');
  });
});

describe('the secret of an app', () => {
  const secret = Buffer.from('12345678901234567890');
  const code = codeOf(secret, stepAt(NOW));

  test('still gives its codes when another pepper is in front, which seals the next one', async () => {
    const before = await totpCodes(async () => [FIRST]).seal('alice', secret);
    const rotated = totpCodes(async () => [SECOND, FIRST]);
    expect(before).toMatch(/^p1:/);
    expect(await rotated.stepOf('alice', before, code, NOW)).toBe(stepAt(NOW));
    expect(await rotated.seal('alice', secret)).toMatch(/^p2:/);
  });

  test('gives none without its pepper: that is an error, and no wrong code', async () => {
    const sealed = await totpCodes(async () => [FIRST]).seal('alice', secret);
    const stepOf = totpCodes(async () => [SECOND]).stepOf('alice', sealed, code, NOW);
    await expect(stepOf).rejects.toThrow('the pepper 1, which is not there');
  });
});
