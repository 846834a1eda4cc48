import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { answerFile, answerPage, noteStarted } from '../../frontend/service-worker/answers.ts';
import type { Build } from '../../frontend/service-worker/build.ts';
import type { Keeping } from '../../frontend/service-worker/keeping.ts';
import { kindOf } from '../../frontend/service-worker/kind-of-request.ts';
import { deleteUnused, install } from '../../frontend/service-worker/versions.ts';
import { MemoryCaches } from './memory-caches.ts';

const ORIGIN = 'https://chat.example';

/** A server with the files of a version, from which one can be cut off. */
class FileServer {
  readonly files = new Map<string, string>();
  isUp = true;
  asked: string[] = [];

  readonly fetch = async (request: string | Pick<Request, 'url'>, init: RequestInit = {}) => {
    const { pathname } = new URL(typeof request === 'string' ? request : request.url, ORIGIN);
    this.asked.push(pathname);
    if (!this.isUp) throw new TypeError('Failed to fetch');
    const content = this.files.get(pathname.includes('.') ? pathname : '/index.html');
    if (content === undefined) return new Response('', { status: 404 });
    if (init.integrity !== undefined && init.integrity !== integrityOf(content)) {
      throw new TypeError('Failed to find a valid digest');
    }
    return new Response(content, { headers: { 'x-served-as': String(this.headers) } });
  };
  /** What the server sends along; it may change while the files don't. */
  headers = 1;

  /** Puts a version in place of the one before. */
  publish(version: string): Build {
    const entry = `/assets/index-${version.padEnd(8, '0')}.js`;
    const german = `/assets/de-${version.padEnd(8, '0')}.js`;
    this.files.clear();
    this.files.set('/index.html', `<meta name="version" content="${version}"> ${entry}`);
    this.files.set(entry, `the code of ${version}`);
    this.files.set(german, `Deutsch, ${version}`);
    const listed = (path: string) => ({ [path]: integrityOf(this.files.get(path) ?? '') });
    return { version, atOnce: { ...listed('/index.html'), ...listed(entry) }, onFirstUse: listed(german) };
  }
}

function integrityOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}

let server: FileServer;
let caches: MemoryCaches;

beforeEach(() => {
  server = new FileServer();
  caches = new MemoryCaches();
});

function workerOf(build: Build): Keeping {
  return { build, caches, fetch: server.fetch as typeof fetch };
}

async function installed(version: string): Promise<Keeping> {
  const worker = workerOf(server.publish(version));
  await install(worker);
  return worker;
}

const asked = (path: string) => ({ url: `${ORIGIN}${path}`, method: 'GET' }) as Request;

/** Opens a page, and waits for what goes on after that. */
async function open(
  worker: Keeping,
  path = '/',
): Promise<{ text: string; response: Response; doubts: number }> {
  const after: Promise<unknown>[] = [];
  let doubts = 0;
  const response = await answerPage(asked(path), worker, {
    later: (work) => after.push(work),
    onDoubt: () => {
      doubts += 1;
    },
  });
  await Promise.all(after);
  return { text: await response.clone().text(), response, doubts };
}

async function get(worker: Keeping, path: string): Promise<string> {
  return (await answerFile(asked(path), worker)).text();
}

describe('a request', () => {
  const kind = (path: string, mode = 'navigate', method = 'GET') =>
    kindOf({ method, mode: mode as RequestMode, url: new URL(path, ORIGIN).href }, ORIGIN);

  test.each(['/', '/login', '/new_user', '/c/bob', '/c/api', '/settings?x=1'])(
    'for %s is for a page',
    (path) => {
      expect(kind(path)).toBe('page');
    },
  );

  test.each(['/assets/index-B1x.js', '/icon.svg', '/manifest.webmanifest'])(
    'for %s is for a file',
    (path) => {
      expect(kind(path, 'no-cors')).toBe('file');
    },
  );

  test.each(['/api/bootstrap', '/api/entries?with=bob', '/socket', '/sw.js'])(
    'for %s is for the network alone, however it is made',
    (path) => {
      expect([kind(path), kind(path, 'cors')]).toEqual(['network', 'network']);
    },
  );

  test('that changes something, or goes to another site, is left alone', () => {
    expect(kind('/login', 'navigate', 'POST')).toBe('network');
    expect(kind('https://elsewhere.example/x.js', 'cors')).toBe('network');
  });
});

describe('the worker', () => {
  test('opens any page without the network, after one visit', async () => {
    const worker = await installed('one');
    server.isUp = false;
    expect((await open(worker, '/c/bob')).text).toContain('"one"');
    expect(await get(worker, '/assets/index-one00000.js')).toBe('the code of one');
  });

  test('gives a page without waiting for the network, which may hang', async () => {
    const worker = await installed('one');
    const hanging = { ...worker, fetch: () => new Promise<Response>(() => {}) };
    const response = await answerPage(asked('/'), hanging, { later: () => {}, onDoubt: () => {} });
    expect(await response.text()).toContain('"one"');
  });

  test('does not install half a version, nor files that are not the ones that were built', async () => {
    const build = server.publish('one');
    server.files.set('/assets/index-one00000.js', '<html>Log in to this network</html>');
    await expect(install(workerOf(build))).rejects.toThrow(TypeError);
    server.files.delete('/assets/index-one00000.js');
    await expect(install(workerOf(build))).rejects.toThrow(TypeError);
    expect(await caches.keys()).toEqual([]);
  });

  test('fetches a language when it is first used, and keeps it then', async () => {
    const worker = await installed('one');
    expect(server.asked).not.toContain('/assets/de-one00000.js');
    await get(worker, '/assets/de-one00000.js');
    server.isUp = false;
    expect(await get(worker, '/assets/de-one00000.js')).toBe('Deutsch, one');
  });

  test('gets of a new version what this device used of the old one', async () => {
    await get(await installed('one'), '/assets/de-one00000.js');
    const next = await installed('two');
    server.isUp = false;
    expect(await get(next, '/assets/de-two00000.js')).toBe('Deutsch, two');
  });

  test('keeps nothing that is not of its build, and no page that stands in for a file', async () => {
    const worker = await installed('one');
    server.files.set('/other.txt', 'something');
    await get(worker, '/other.txt');
    const withPortal = {
      ...worker,
      fetch: async () => new Response('Log in', { headers: { 'content-type': 'text/html' } }),
    };
    await get(withPortal, '/assets/de-one00000.js');
    expect(await caches.pathsIn('pages-one')).toEqual(['/assets/index-one00000.js', '/index.html']);
  });

  test('takes over the headers that index.html is served with now, as long as it is the same version', async () => {
    const worker = await installed('one');
    server.headers = 2;
    await open(worker);
    await noteStarted(worker);
    expect((await open(worker)).response.headers.get('x-served-as')).toBe('2');

    await noteStarted(worker);
    server.publish('two');
    await open(worker);
    await noteStarted(worker);
    expect((await open(worker)).text).toContain('"one"');
  });
});

describe('a version', () => {
  test('that does not start is not given again where there is a network, and the next one is let in', async () => {
    const broken = await installed('broken');
    await open(broken);
    server.publish('mended');
    const second = await open(broken);
    expect(second.text).toContain('"mended"');
    expect(second.doubts).toBe(1);
  });

  test('that was closed before it had started is given all the same when there is no network', async () => {
    const worker = await installed('one');
    await open(worker);
    server.isUp = false;
    expect((await open(worker)).text).toContain('"one"');
  });

  test('that has started is given again at once', async () => {
    const worker = await installed('one');
    await open(worker);
    await noteStarted(worker);
    server.publish('two');
    const { text, doubts } = await open(worker);
    expect(text).toContain('"one"');
    expect(doubts).toBe(0);
  });

  test('whose files the browser has thrown away comes from the network', async () => {
    const worker = await installed('one');
    await caches.delete('pages-one');
    expect((await open(worker)).text).toContain('"one"');
  });

  test('stays for the pages that use it, and goes when the last of them has gone', async () => {
    await installed('one');
    const two = await installed('two');
    await deleteUnused(two, new Set(['pages-one', 'pages-two']));
    expect(await get(two, '/assets/index-one00000.js')).toBe('the code of one');

    await caches.open('notifications');
    await deleteUnused(two, new Set(['pages-two']));
    expect(await caches.keys()).toEqual(['pages-two', 'notifications']);
  });
});
