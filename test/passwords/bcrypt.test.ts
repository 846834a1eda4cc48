import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { hash as bcrypt } from 'bcryptjs';
import { bcryptPasswords } from '../../lib/passwords/bcrypt.ts';
import { type Pepper, peppersIn } from '../../lib/passwords/peppers.ts';

/** bcrypt's least: its slowness is not what is tested. */
const COST = 4;
const FIRST: Pepper = { version: 1, secret: 'the first pepper of the tests, long enough' };
const SECOND: Pepper = { version: 2, secret: 'the second pepper of the tests, as long' };

const passwordsWith = (peppers: readonly Pepper[], cost = COST) =>
  bcryptPasswords({ cost, peppers: async () => peppers });

const passwords = passwordsWith([FIRST]);

describe('a password', () => {
  test('matches its own hash and no other', async () => {
    const hash = await passwords.hash('the password of alice');
    expect(hash).toMatch(/^p1:\$2b\$04\$.{53}$/);
    expect(await passwords.matches('the password of alice', hash)).toBe(true);
    expect(await passwords.matches('the password of mallory', hash)).toBe(false);
  });

  test('has another hash each time', async () => {
    expect(await passwords.hash('the same')).not.toBe(await passwords.hash('the same'));
  });

  test.each(['x'.repeat(128), '🔑'.repeat(128), 'zero\u0000byte and what follows'])(
    'counts whole, to its last character: %j',
    async (password) => {
      const hash = await passwords.hash(password);
      expect(await passwords.matches(password, hash)).toBe(true);
      expect(await passwords.matches(`${[...password].slice(0, -1).join('')}y`, hash)).toBe(false);
      expect(await passwords.matches(`${password}x`, hash)).toBe(false);
    },
  );

  test('matches nothing where there is no hash', async () => {
    expect(await passwords.matches('nobody has this password', undefined)).toBe(false);
  });
});

describe('a pepper', () => {
  test('goes into the hash: with another one of the same version the password does not match', async () => {
    const hash = await passwords.hash('the password of alice');
    const other = passwordsWith([{ ...FIRST, secret: 'of another site, and as long as it has to be' }]);
    expect(await other.matches('the password of alice', hash)).toBe(false);
  });

  test('verifies what it has hashed also when another one is in front, and what was hashed is outdated then', async () => {
    const hash = await passwords.hash('the password of alice');
    const rotated = passwordsWith([SECOND, FIRST]);
    expect(await rotated.matches('the password of alice', hash)).toBe(true);
    expect(await passwords.isOutdated(hash)).toBe(false);
    expect(await rotated.isOutdated(hash)).toBe(true);
    expect(await rotated.hash('the password of alice')).toMatch(/^p2:/);
  });

  test('that another function hashes with already is read anew', async () => {
    const hash = await passwordsWith([SECOND, FIRST]).hash('the password of alice');
    const behind = bcryptPasswords({
      cost: COST,
      peppers: async ({ anew } = { anew: false }) => (anew ? [SECOND, FIRST] : [FIRST]),
    });
    expect(await behind.matches('the password of alice', hash)).toBe(true);
  });

  test('that is missing is our fault, and not a wrong password', async () => {
    const hash = await passwordsWith([SECOND]).hash('the password of alice');
    await expect(passwords.matches('the password of alice', hash)).rejects.toThrow('pepper 2');
  });
});

describe('the peppers of a setting', () => {
  test('are one a line, the newest first', () => {
    expect(peppersIn(`2:${SECOND.secret}\n1:${FIRST.secret}\n`)).toEqual([SECOND, FIRST]);
  });

  test.each(['', '\n', FIRST.secret, '1:too short', `0:${FIRST.secret}`, `x:${FIRST.secret}`])(
    'are not %j, and what is wrong is not shown',
    (setting) => {
      expect(() => peppersIn(setting)).toThrow(/pepper/);
      expect(() => peppersIn(setting)).not.toThrow(/first pepper of the tests/);
    },
  );
});

describe('a hash', () => {
  test('from before there was a pepper still matches, and is outdated', async () => {
    const former = await bcrypt(createHash('sha384').update('the password of alice').digest('base64'), COST);
    expect(await passwords.matches('the password of alice', former)).toBe(true);
    expect(await passwords.matches('the password of mallory', former)).toBe(false);
    expect(await passwords.isOutdated(former)).toBe(true);
  });

  test('is outdated once the cost is raised, and not if it is lowered', async () => {
    const hash = await passwordsWith([FIRST], 5).hash('the password of alice');
    expect(await passwordsWith([FIRST], 6).isOutdated(hash)).toBe(true);
    expect(await passwordsWith([FIRST], 5).isOutdated(hash)).toBe(false);
    expect(await passwordsWith([FIRST], 4).isOutdated(hash)).toBe(false);
    expect(await passwordsWith([FIRST], 6).matches('the password of alice', hash)).toBe(true);
  });
});
