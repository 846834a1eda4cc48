import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BASE32, CROCKFORD, inBase32 } from '../../lib/chat/accounts/base32.ts';
import { legible, newRecoveryCode, oneTimeCodeIn, recoveryCodeIn } from '../../lib/chat/accounts/codes.ts';

const random = (bytes: Uint8Array) => ({ bytes: () => bytes });
const fifteenBytes = fc.uint8Array({ minLength: 15, maxLength: 15 });

describe('base32', () => {
  test('is that of RFC 4648, section 10', () => {
    expect(inBase32(Buffer.from('fooba'), BASE32)).toBe('MZXW6YTB');
  });

  test('has each of 120 bits in it', () => {
    const codes = new Set<string>();
    const zeros = new Uint8Array(15);
    for (let bit = 0; bit < 120; bit += 1) {
      const bytes = zeros.with(bit >> 3, 1 << (bit & 7));
      codes.add(inBase32(bytes, CROCKFORD));
    }
    expect(codes.size).toBe(120);
  });
});

describe('a recovery code', () => {
  test('is six groups of four, none of which has a letter that is taken for a digit', () => {
    fc.assert(
      fc.property(fifteenBytes, (bytes) => {
        const shown = legible(newRecoveryCode(random(bytes)));
        expect(shown).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/);
        expect(shown).not.toMatch(/[ILOU]/);
      }),
    );
  });

  test('is read however it is typed: small, with spaces or dashes of any kind, with letters for digits', () => {
    const spoilt = fc.array(
      fc.record({
        small: fc.boolean(),
        between: fc.constantFrom('', '-', ' ', '–', '\u00a0', '\u2068'),
        like: fc.nat(),
      }),
      { minLength: 24, maxLength: 24 },
    );
    fc.assert(
      fc.property(fifteenBytes, spoilt, (bytes, ways) => {
        const code = newRecoveryCode(random(bytes));
        const typed = [...code]
          .map((character, i) => {
            const { small = false, between = '', like = 0 } = ways[i] ?? {};
            const same = { 0: ['0', 'O'], 1: ['1', 'I', 'L'] }[character] ?? [character];
            const letter = same[like % same.length] ?? character;
            return between + (small ? letter.toLowerCase() : letter);
          })
          .join('');
        expect(recoveryCodeIn(typed)).toBe(code);
      }),
    );
  });

  test.each(['', '123456', 'U'.repeat(24), '0'.repeat(23), '0'.repeat(25), 'correct horse battery'])(
    'is not %j',
    (typed) => {
      expect(recoveryCodeIn(typed)).toBeUndefined();
    },
  );
});

describe('a one-time code', () => {
  test.each(['123456', '123 456', ' 123456 ', '123-456', '١٢٣٤٥٦', '۱۲۳ ۴۵۶', '\u200e123456'])(
    'is 123456, typed as %j',
    (typed) => {
      expect(oneTimeCodeIn(typed)).toBe('123456');
    },
  );

  test.each(['', '12345', '1234567', '12345a', '0'.repeat(24)])('is not %j', (typed) => {
    expect(oneTimeCodeIn(typed)).toBeUndefined();
  });
});
