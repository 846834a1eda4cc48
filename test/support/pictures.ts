import { crc32, deflateSync } from 'node:zlib';

/** A picture that browsers show: one colour, in PNG. */
export function png(
  width: number,
  height: number,
  colour: [number, number, number] = [200, 80, 40],
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** As much of a JPEG as says how large it is: a comment, tables, and the header of its frame. */
export function jpegHeader(width: number, height: number): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 5, 1, 2, 3],
    ...[0xff, 0xc2, 0, 11, 8, ...size, 1, 1, 0x11, 0],
  ]);
}

/** As much of a WebP, in each of its three forms. */
export const webpHeaders = {
  'VP8 ': (width: number, height: number) =>
    riff('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, width & 255, width >> 8, height & 255, height >> 8]),
  VP8L: (width: number, height: number) => {
    const bits = (width - 1) | ((height - 1) << 14);
    return riff('VP8L', [0x2f, bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, (bits >> 24) & 255]);
  },
  VP8X: (width: number, height: number) =>
    riff('VP8X', [0, 0, 0, 0, ...[width - 1, height - 1].flatMap((it) => [it & 255, it >> 8, 0])]),
};

function riff(kind: string, contents: number[]): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(contents.length);
  return Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'),
    Buffer.from(kind, 'latin1'),
    length,
    Buffer.from(contents),
  ]);
}

function chunk(kind: string, contents: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), contents]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(contents.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
