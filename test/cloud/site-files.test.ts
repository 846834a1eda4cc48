import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SiteFile, siteFiles } from '../../scripts/cloud/site-files.ts';

const PATHS = ['assets/index-B1x.js', 'icon-192.png', 'manifest.webmanifest', 'index.html', 'sw.js'];

const folder = mkdtempSync(join(tmpdir(), 'chat-site-'));
let files: SiteFile[];

beforeAll(() => {
  mkdirSync(join(folder, 'assets'));
  for (const path of [...PATHS, 'assets/index-B1x.js.br', 'index.html.gz']) {
    writeFileSync(join(folder, path), path);
  }
  files = siteFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('what is packed stays here: the CDN packs by itself', () => {
  expect(files.filter(({ path }) => /\.(br|gz)$/.test(path))).toEqual([]);
});

test('what lists other files comes after them: index.html after its scripts, the service worker after all', () => {
  expect(files.map(({ path }) => path)).toEqual(PATHS);
});

test('only what has a hash in its name is kept by browsers without asking, the service worker least of all', () => {
  const kept = files.filter(({ cacheControl }) => cacheControl.includes('immutable'));
  expect(kept.map(({ path }) => path)).toEqual(['assets/index-B1x.js']);
  expect(files.find(({ path }) => path === 'sw.js')?.cacheControl).toBe('no-cache');
});

test('the manifest and the worker are called what browsers want them to be', () => {
  const types = new Map(files.map(({ path, contentType }) => [path, contentType]));
  expect(types.get('manifest.webmanifest')).toBe('application/manifest+json;charset=utf-8');
  expect(types.get('sw.js')).toBe('text/javascript;charset=utf-8');
});
