import { describe, expect, test } from '@jest/globals';
import type { Passkey } from '../../../lib/chat/passkey-ports.ts';
import type { SeldomUsed, Store } from '../../../lib/chat/ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';

const AT_ONCE = 10;

const passkeyOf = (person: string): Passkey => ({
  person,
  id: fresh('Cred_ential'),
  userHandle: fresh('handle'),
  publicKey: new Uint8Array([165, 1, 2, 0, 255]),
  counter: 3,
  device: 'Firefox, Linux',
  createdAt: NOON,
});

/** What every implementation of Passkeys and SpentChallenges promises. */
export function passkeysContract(store: () => Store & SeldomUsed): void {
  const passkeys = () => store().passkeys;
  const plain = (passkey: Passkey | undefined) =>
    passkey && { ...passkey, publicKey: [...passkey.publicKey] };

  describe('a passkey', () => {
    test('is found by its id and with its person, as it was added', async () => {
      const passkey = passkeyOf(fresh('alice'));
      expect(await passkeys().add(passkey)).toBe(true);
      expect(plain(await passkeys().find(passkey.id))).toEqual(plain(passkey));
      expect((await passkeys().of(passkey.person)).map(plain)).toEqual([plain(passkey)]);
      expect(await passkeys().of(fresh('bob'))).toEqual([]);
    });

    test('may have the longest id that there is', async () => {
      const passkey = { ...passkeyOf(fresh('alice')), id: fresh('i').padEnd(1_364, 'x') };
      await passkeys().add(passkey);
      expect(plain(await passkeys().find(passkey.id))).toEqual(plain(passkey));
    });

    test('is of whoever was first, also of several at the same time', async () => {
      const passkey = passkeyOf(fresh('alice'));
      const others = Array.from({ length: AT_ONCE }, () => ({
        ...passkeyOf(fresh('mallory')),
        id: passkey.id,
      }));
      await passkeys().add(passkey);
      for (const other of others) expect(await passkeys().add(other)).toBe(false);
      expect(plain(await passkeys().find(passkey.id))).toEqual(plain(passkey));
      expect(await passkeys().of(others[0]?.person ?? '')).toEqual([]);

      const contested = others.map((other) => ({ ...other, id: `${passkey.id}-2` }));
      const added = await Promise.all(contested.map((each) => passkeys().add(each)));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect((await passkeys().find(`${passkey.id}-2`))?.person).toBe(contested[added.indexOf(true)]?.person);
    });

    test('is not found by an id that nobody has', async () => {
      expect(await passkeys().find(fresh('invented'))).toBeUndefined();
      expect(await passkeys().find('')).toBeUndefined();
    });

    test('has its use noted, and not a second time on the same counter', async () => {
      const passkey = passkeyOf(fresh('alice'));
      await passkeys().add(passkey);
      const use = { counter: 4, lastUsedAt: NOON + 1 };
      expect(await passkeys().noteUse(passkey, use)).toBe(true);
      expect(plain(await passkeys().find(passkey.id))).toEqual({ ...plain(passkey), ...use });
      expect(await passkeys().noteUse(passkey, { counter: 5, lastUsedAt: NOON + 2 })).toBe(false);
      expect(plain(await passkeys().find(passkey.id))).toEqual({ ...plain(passkey), ...use });
    });

    test('has one of several uses noted that come at the same time', async () => {
      const passkey = passkeyOf(fresh('alice'));
      await passkeys().add(passkey);
      const uses = Array.from({ length: AT_ONCE }, (_, i) => ({ counter: 4 + i, lastUsedAt: NOON + i }));
      const noted = await Promise.all(uses.map((use) => passkeys().noteUse(passkey, use)));
      expect(noted.filter(Boolean)).toHaveLength(1);
    });

    test('is removed by its own person alone, once, and does not come back by being used', async () => {
      const [passkey, other] = [passkeyOf(fresh('alice')), passkeyOf(fresh('bob'))];
      await passkeys().add(passkey);
      await passkeys().add(other);
      expect(await passkeys().remove(other.person, passkey.id)).toBe(false);
      expect(await passkeys().find(passkey.id)).toBeDefined();
      expect(await passkeys().remove(passkey.person, passkey.id)).toBe(true);
      expect(await passkeys().remove(passkey.person, passkey.id)).toBe(false);
      expect(await passkeys().noteUse(passkey, { counter: 4, lastUsedAt: NOON })).toBe(false);
      expect(await passkeys().find(passkey.id)).toBeUndefined();
      expect(await passkeys().of(passkey.person)).toEqual([]);
      expect(plain(await passkeys().find(other.id))).toEqual(plain(other));
    });

    test('goes with all else of its person, and nobody else’s does', async () => {
      const [passkey, other] = [passkeyOf(fresh('alice')), passkeyOf(fresh('bob'))];
      await passkeys().add(passkey);
      await passkeys().add(other);
      await store().erasure.forgetRest(passkey.person);
      expect(await passkeys().find(passkey.id)).toBeUndefined();
      expect(plain(await passkeys().find(other.id))).toEqual(plain(other));
      // Nothing of it is in the way of whoever has the same id next.
      expect(await passkeys().add({ ...other, id: passkey.id })).toBe(true);
    });
  });

  describe('a challenge', () => {
    const spend = (challenge: string) => store().spentChallenges.spend(challenge, NOON);

    test('is spent once', async () => {
      const [one, other] = [fresh('Chall_enge'), fresh('Chall_enge')];
      expect(await spend(one)).toBe(true);
      expect(await spend(one)).toBe(false);
      expect(await spend(other)).toBe(true);
    });

    test('is spent by exactly one of several at the same time', async () => {
      for (let round = 0; round < AT_ONCE; round += 1) {
        const challenge = fresh('challenge');
        const spent = await Promise.all(Array.from({ length: AT_ONCE }, () => spend(challenge)));
        expect(spent.filter(Boolean)).toHaveLength(1);
      }
    });
  });
}
