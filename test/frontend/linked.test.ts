import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partsOf } from '../../frontend/conversation/linked.tsx';

const addressesIn = (text: string) =>
  partsOf(text).flatMap(({ part, isAddress }) => (isAddress ? [part] : []));

test.each([
  ['see https://example.org/a?b=c#d for more', ['https://example.org/a?b=c#d']],
  ['https://example.org.', ['https://example.org']],
  ['(http://example.org/x), “https://example.org/y”', ['http://example.org/x', 'https://example.org/y']],
  ['javascript:alert(1) data:text/html,x ftp://example.org', []],
  ['https:// and http://', []],
])('the web addresses in %j are %j', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});

test('the pieces together are the text, whatever it is', () => {
  const words = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.constantFrom('https://', ' ')),
  );
  fc.assert(
    fc.property(words, (pieces) => {
      const text = pieces.join('');
      expect(
        partsOf(text)
          .map(({ part }) => part)
          .join(''),
      ).toBe(text);
    }),
  );
});
