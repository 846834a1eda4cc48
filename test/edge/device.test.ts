import { describe, expect, test } from '@jest/globals';
import { deviceOf } from '../../lib/edge/device.ts';

const MOZILLA = 'Mozilla/5.0';
const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a device', () => {
  test.each([
    [`${MOZILLA} (Linux; Android 10; K) ${WEBKIT} Chrome/131.0.0.0 Mobile Safari/537.36`, 'Chrome, Android'],
    [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/131.0.0.0 Safari/537.36`, 'Chrome, Windows'],
    [
      `${MOZILLA} (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`,
      'Edge, Windows',
    ],
    [`${MOZILLA} (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/131.0.0.0 Safari/537.36`, 'Chrome, ChromeOS'],
    [`${MOZILLA} (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0`, 'Firefox, Linux'],
    [
      `${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`,
      'Safari, macOS',
    ],
    [
      `${MOZILLA} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1`,
      'Safari, iPhone',
    ],
    [
      `${MOZILLA} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1`,
      'Chrome, iPhone',
    ],
    [
      `${MOZILLA} (Linux; Android 14; SM-S918B) ${WEBKIT} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`,
      'Samsung Internet, Android',
    ],
    [`${MOZILLA} (X11; Linux x86_64) ${WEBKIT} Chrome/131.0.0.0 Safari/537.36 OPR/116.0.0.0`, 'Opera, Linux'],
    ['curl/8.5.0', 'curl'],
    ['a client of my own', 'a client of my own'],
  ])('that says %j is shown as %j', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device);
  });

  test.each([undefined, '', '\u0000\u0007', '<script>alert(1)</script>', '\r\nSet-Cookie: x=1', 'مرحبا'])(
    'that says %j is unknown',
    (userAgent) => {
      expect(deviceOf(userAgent)).toBe('');
    },
  );

  test('has a short name without control characters, whatever it says', () => {
    expect(deviceOf('x'.repeat(10_000))).toHaveLength(40);
    expect(deviceOf(`mine\u0000\r\n${'x'.repeat(100)}`)).toBe('mine');
  });
});
