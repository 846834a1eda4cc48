import { describe, expect, test } from '@jest/globals';
import { shapeOf } from '../../lib/chat/accounts/picture-shape.ts';
import { jpegHeader, png, webpHeaders } from '../support/pictures.ts';

describe('the shape of a picture', () => {
  test.each([
    ['image/png', png],
    ['image/jpeg', jpegHeader],
    ...Object.values(webpHeaders).map((make) => ['image/webp', make] as const),
  ] as const)('of %s is in its header', (type, make) => {
    expect(shapeOf(make(192, 191))).toEqual({ type, width: 192, height: 191 });
    expect(shapeOf(make(513, 1))).toEqual({ type, width: 513, height: 1 });
  });

  test('is none of what ends before it says how large it is', () => {
    for (const whole of [
      png(9, 9),
      jpegHeader(9, 9),
      ...Object.values(webpHeaders).map((make) => make(9, 9)),
    ]) {
      for (let length = 0; length < 16; length += 1) {
        expect(shapeOf(whole.slice(0, length))).toBeUndefined();
      }
    }
  });

  test.each([
    [
      'an SVG, which may have scripts',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a GIF', 'GIF89a\x01\0\x01\0'],
    ['a RIFF of another kind', 'RIFF\0\0\0\0WAVEfmt ............................'],
    ['a WebP of a kind that nobody knows', 'RIFF\0\0\0\0WEBPVP9 ............................'],
    ['a JPEG whose frame never comes', '\xff\xd8\xff\xe0\0\x02\0\0'],
    ['a PNG without a header', '\x89PNG\r\n\x1a\n\0\0\0\x0dIDAT....................'],
  ])('is none of %s', (_, bytes) => {
    expect(shapeOf(Buffer.from(bytes, 'latin1'))).toBeUndefined();
  });

  test('is found in time whatever the segments say', () => {
    // Segments of no length must not be gone through for ever.
    const bytes = new Uint8Array(24_000).fill(0xff);
    bytes.set([0xff, 0xd8, 0xff, 0xe1, 0, 0]);
    expect(shapeOf(bytes)).toBeUndefined();
  });
});
