import { expect, jest } from '@jest/globals';
import {
  cookieValue,
  isTellTale,
  keepLog,
  keepSecret,
  keepSecretsIn,
  secretsIn,
} from '../support/kept-for-scan.ts';

/** What the functions write to standard output, and what must never be part of it. */
export interface CapturedLog {
  /** What was written, piece by piece, as it is. */
  written(): readonly string[];
  /** Each line, as the object that it is. */
  lines(): Record<string, unknown>[];
  /** Remembers what is secret in a body or frame: passwords, texts, tickets, and all of what is not even JSON. */
  keepSecretsOf(json: string): void;
  /** Remembers the value of `name=value`, whatever attributes follow it. */
  keepCookieSecret(cookie: string): void;
  /** Fails if one of the secrets was written, or nothing at all. */
  expectNoSecrets(): void;
  release(): void;
}

/** Keeps, and does not show, what is written to standard output from now on. */
export function captureLog(): CapturedLog {
  const written: string[] = [];
  const secrets = new Set<string>();
  const keep = (secret: string) => {
    if (isTellTale(secret)) secrets.add(secret);
  };
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    keepLog(String(chunk));
    return true;
  });
  return {
    written: () => [...written],
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    keepSecretsOf: (json) => {
      for (const { secret } of secretsIn(json)) keep(secret);
      keepSecretsIn(json);
    },
    keepCookieSecret: (cookie) => {
      keep(cookieValue(cookie));
      keepSecret('cookie', cookieValue(cookie));
    },
    expectNoSecrets: () => {
      expect(written.length).toBeGreaterThan(0);
      expect(secrets.size).toBeGreaterThan(0);
      expect(written.filter((line) => [...secrets].some((secret) => line.includes(secret)))).toEqual([]);
    },
    release: () => spy.mockRestore(),
  };
}
