import { readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PAGES_FOLDER } from '../../scripts/build/pages.ts';
import { type Listening, LOOPBACK, listenOn } from '../../scripts/local/listen.ts';
import { pageServer } from '../../scripts/local/page-server.ts';

const html = readFileSync(join(PAGES_FOLDER, 'index.html'), 'utf8');
const script = /src="(\/assets\/index-[^"]+)"/.exec(html)?.[1] ?? '';

let server: Listening;

beforeAll(async () => {
  server = await listenOn(LOOPBACK, 0, {
    answer: pageServer(PAGES_FOLDER),
    upgrade: (_, socket) => socket.destroy(),
  });
});
afterAll(() => server.stop());

/** As it goes over the network: `fetch` would unpack it. */
function get(path: string, accepted?: string): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port: server.port, path, headers }, async (response) =>
      resolve({ headers: response.headers, body: await buffer(response) }),
    )
      .on('error', reject)
      .end();
  });
}

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('a script is packed by %s for a browser that can unpack it', async (way, unpack) => {
  const plain = await get(script);
  const packed = await get(script, way);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(packed.headers).toMatchObject({
    'content-encoding': way,
    'content-type': plain.headers['content-type'],
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(packed.body.length).toBeLessThan(plain.body.length / 2);
  expect(unpack(packed.body).equals(plain.body)).toBe(true);
});

test('the page of a conversation is index.html, packed or not', async () => {
  expect((await get('/c/bob')).body.toString()).toBe(html);
  expect(brotliDecompressSync((await get('/c/bob', 'gzip, br')).body).toString()).toBe(html);
});
