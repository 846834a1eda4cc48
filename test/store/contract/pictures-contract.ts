import { describe, expect, test } from '@jest/globals';
import type { SeldomUsed, Store } from '../../../lib/chat/ports.ts';
import { MAX_PICTURE_BYTES } from '../../../lib/protocol/limits.ts';
import { fresh } from '../../support/fresh.ts';

/** What every implementation of Pictures promises. */
export function picturesContract(store: () => Store & SeldomUsed): void {
  const pictures = () => store().pictures;
  const bytes = (...values: number[]) => new Uint8Array(values);

  describe('a picture', () => {
    test('is found as it was put, byte by byte, with its version', async () => {
      const alice = fresh('alice');
      const all = Uint8Array.from({ length: MAX_PICTURE_BYTES }, (_, i) => i % 256);
      const version = await pictures().put(alice, { type: 'image/webp', bytes: all });
      const found = await pictures().find(alice);
      expect({ ...found, bytes: [...(found?.bytes ?? [])] }).toEqual({
        type: 'image/webp',
        version,
        bytes: [...all],
      });
    });

    test('has a version of its own, which the same picture has whoever put it', async () => {
      const [alice, bob] = [fresh('alice'), fresh('bob')];
      const first = await pictures().put(alice, { type: 'image/png', bytes: bytes(1) });
      const second = await pictures().put(alice, { type: 'image/png', bytes: bytes(2) });
      expect(second).not.toBe(first);
      expect(await pictures().put(bob, { type: 'image/png', bytes: bytes(1) })).toBe(first);
      expect(first).toMatch(/^[A-Za-z0-9_-]{16}$/);
    });

    test('takes the place of the one before, is taken away, and is nobody else’s', async () => {
      const [alice, bob] = [fresh('alice'), fresh('bob')];
      await pictures().put(alice, { type: 'image/png', bytes: bytes(1) });
      await pictures().put(alice, { type: 'image/jpeg', bytes: bytes(2) });
      await pictures().put(bob, { type: 'image/png', bytes: bytes(3) });
      expect(await pictures().find(alice)).toMatchObject({ type: 'image/jpeg' });
      await pictures().remove(alice);
      await pictures().remove(alice);
      expect(await pictures().find(alice)).toBeUndefined();
      expect(await pictures().find(bob)).toMatchObject({ type: 'image/png' });
    });
  });
}
