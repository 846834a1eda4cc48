import { describe, expect, test } from '@jest/globals';
import { header, refuseOtherSites, requireOwnOrigin } from '../../lib/edge/origin.ts';

const OURS = ['https://chat.example', 'http://localhost:8000'];
const FOREIGN = expect.objectContaining({ code: 'foreign-origin' });

describe('requireOwnOrigin', () => {
  test.each(OURS)('lets a page of ours in: %s', (origin) => {
    expect(() => requireOwnOrigin({ origin }, OURS)).not.toThrow();
    expect(() => requireOwnOrigin({ Origin: origin }, OURS)).not.toThrow();
  });

  test('lets clients in that are no browsers and send none', () => {
    expect(() => requireOwnOrigin({ host: 'chat.example' }, OURS)).not.toThrow();
    expect(() => requireOwnOrigin(undefined, OURS)).not.toThrow();
  });

  test.each([
    'https://mallory.example',
    'https://chat.example.mallory.example',
    'https://mallory.example/https://chat.example',
    'http://chat.example',
    'https://chat.example:8443',
    'https://chat.example/',
    'HTTPS://CHAT.EXAMPLE',
    'http://localhost:80000',
    'http://localhost',
    'null',
    '',
    'https://chat.example,http://localhost:8000',
  ])('refuses %j', (origin) => {
    expect(() => requireOwnOrigin({ origin }, OURS)).toThrow(FOREIGN);
    // A WebSocket API keeps the case of the name that the client chose.
    expect(() => requireOwnOrigin({ ORIGIN: origin }, OURS)).toThrow(FOREIGN);
  });
});

describe('refuseOtherSites', () => {
  const tried = (method: string, headers: Record<string, string>) => () =>
    refuseOtherSites(method, headers, OURS);
  const OPENED = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };

  test.each(['GET', 'POST'])('lets a %s of our pages through, and of what is no browser', (method) => {
    for (const origin of [{}, { origin: 'https://chat.example' }]) {
      expect(tried(method, origin)).not.toThrow();
      expect(tried(method, { ...origin, 'sec-fetch-site': 'same-origin' })).not.toThrow();
    }
  });

  test.each(['cross-site', 'same-site', 'none', '', 'Same-Origin', 'same-origin, cross-site'])(
    'refuses what comes from %j, even with an origin of ours',
    (site) => {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const headers = { origin: 'https://chat.example', 'sec-fetch-site': site, 'sec-fetch-mode': 'cors' };
        expect(tried(method, headers)).toThrow(FOREIGN);
      }
    },
  );

  test('lets a person open an address, which changes nothing', () => {
    expect(tried('GET', OPENED)).not.toThrow();
    expect(tried('POST', OPENED)).toThrow(FOREIGN);
    expect(tried('GET', { ...OPENED, origin: 'https://mallory.example' })).toThrow(FOREIGN);
  });
});

describe('header', () => {
  test('is found whatever the case of its name', () => {
    for (const name of ['content-type', 'Content-Type', 'CONTENT-TYPE']) {
      expect(header({ accept: '*/*', [name]: 'text/plain' }, 'content-type')).toBe('text/plain');
    }
  });

  test('is undefined if there is none', () => {
    expect(header({ 'content-type-options': 'x' }, 'content-type')).toBeUndefined();
    expect(header({}, 'constructor')).toBeUndefined();
    expect(header(undefined, 'content-type')).toBeUndefined();
  });
});
