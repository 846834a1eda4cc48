import { describe, expect, test } from '@jest/globals';
import { networkOf } from '../../lib/chat/network-of.ts';
import { clientAddress } from '../../lib/edge/client-address.ts';

const SECRET = 'what only the CDN knows';
const ALICE = '203.0.113.7';
const MALLORYS_WORD = '198.51.100.1';
const CDN = '64.252.64.1';

const addressOf = (sourceIp: string, headers: Record<string, string>, cdnSecret?: string) =>
  clientAddress({ headers, requestContext: { http: { sourceIp } } }, cdnSecret);

describe('the address of a request is', () => {
  test('whom the CDN was asked by, where it shows that it is ours', () => {
    const hops = `${MALLORYS_WORD}, ${ALICE}, ${CDN}`;
    expect(addressOf(CDN, { 'x-forwarded-for': hops, 'x-from-cdn': SECRET }, SECRET)).toBe(ALICE);
  });

  test.each([
    ['does not say what the CDN does', { 'x-from-cdn': 'a guess' }],
    ['says nothing', {}],
  ])('who is connected, where that one %s', (_, header) => {
    const hops = `${MALLORYS_WORD}, ${MALLORYS_WORD}, ${ALICE}`;
    expect(addressOf(ALICE, { 'x-forwarded-for': hops, ...header }, SECRET)).toBe(ALICE);
  });

  test('who is connected, where there is no CDN to show anything', () => {
    expect(addressOf(ALICE, { 'x-forwarded-for': MALLORYS_WORD, 'x-from-cdn': '' })).toBe(ALICE);
    expect(addressOf(`::ffff:${ALICE}`, {})).toBe(ALICE);
  });

  test.each(['127.0.0.1', '::1', '10.0.0.2', '172.20.0.1', '192.168.1.1', '::ffff:10.0.0.2', 'fd00::1'])(
    'whom a proxy beside us, at %s, was asked by',
    (proxy) => {
      expect(addressOf(proxy, { 'X-Forwarded-For': `${MALLORYS_WORD}, ${ALICE}` })).toBe(ALICE);
      expect(addressOf(proxy, {})).toBe(proxy.replace('::ffff:', ''));
    },
  );

  test.each(['172.15.0.1', '172.32.0.1', '11.0.0.1', '2001:db8::1'])(
    '%s itself, which is no proxy of ours',
    (ip) => {
      expect(addressOf(ip, { 'x-forwarded-for': MALLORYS_WORD })).toBe(ip);
    },
  );
});

describe('counted together are', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    [undefined, 'unknown'],
  ])('%s with all of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
