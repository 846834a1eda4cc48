import { appendFileSync, copyFileSync, globSync, mkdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import { type KeptSecret, type KindOfSecret, LOGS_FOLDER, SCAN_FOLDER, SECRETS_FILE } from './scan-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Shorter ones, and single words, may well be part of an innocent line. */
const MIN_SECRET_CHARACTERS = 8;
const WORD = /^[\p{L}_-]+$/u;

/** Whether a text is so long and so special that, where it is found, it was written. */
export function isTellTale(secret: string): boolean {
  return secret.length >= MIN_SECRET_CHARACTERS && !WORD.test(secret);
}

const kept = new Set<string>();

/** Notes a secret that a test uses; when all tests have run, it is looked for in what all of them have logged. */
export function keepSecret(kind: KindOfSecret, secret: string): void {
  if (!isTellTale(secret) || kept.has(secret)) return;
  kept.add(secret);
  const line: KeptSecret = { kind, secret, by: testFile() };
  append(SECRETS_FILE, `${JSON.stringify(line)}\n`);
}

/** Notes what was logged, by whatever. */
export function keepLog(text: string): void {
  append(join(LOGS_FOLDER, `${nameOf(testFile())}.log`), text);
}

/** Notes all logs that a folder has, before it is removed. */
export function keepLogsOf(folder: string): void {
  const scan = process.env[SCAN_FOLDER];
  if (scan === undefined) return;
  for (const file of globSync('**/*.log', { cwd: folder })) {
    copyFileSync(join(folder, file), join(scan, LOGS_FOLDER, `${nameOf(testFile())}-${basename(file)}`));
  }
}

function append(file: string, text: string): void {
  const folder = process.env[SCAN_FOLDER];
  if (folder === undefined) return;
  mkdirSync(join(folder, LOGS_FOLDER), { recursive: true });
  appendFileSync(join(folder, file), text);
}

function testFile(): string {
  return relative(root, expect.getState().testPath ?? root);
}

function nameOf(file: string): string {
  return file.replaceAll(/[/\\]/g, '-');
}

/** What goes by one of these names, wherever it stands, is nobody's to read in a log. */
const SECRET_FIELDS: Readonly<Record<string, KindOfSecret>> = {
  password: 'password',
  current: 'password',
  recoveryCode: 'code',
  code: 'code',
  codes: 'code',
  secret: 'code',
  text: 'message',
  ticket: 'ticket',
  endpoint: 'key of a device',
  p256dh: 'key of a device',
  auth: 'key of a device',
};

/** The secrets in a body or frame; all of it, if it is not even JSON. */
export function secretsIn(json: string): { kind: KindOfSecret; secret: string }[] {
  const found: { kind: KindOfSecret; secret: string }[] = [];
  try {
    JSON.parse(json, (key, value: unknown) => {
      const kind = Object.hasOwn(SECRET_FIELDS, key) ? SECRET_FIELDS[key] : undefined;
      const values = kind === undefined ? [] : [value].flat();
      for (const secret of values) if (kind && typeof secret === 'string') found.push({ kind, secret });
      return value;
    });
  } catch {
    found.push({ kind: 'message', secret: json });
  }
  return found;
}

/** Notes the secrets in a body or frame. */
export function keepSecretsIn(json: string): void {
  for (const { kind, secret } of secretsIn(json)) keepSecret(kind, secret);
}

/** The value of `name=value`, whatever attributes follow it. */
export function cookieValue(cookie: string): string {
  return cookie.split(';')[0]?.replace(/^[^=]*=/, '') ?? '';
}
