import { expect, jest } from '@jest/globals';

/** Whatever else goes by one of these names is nobody's to read in a log. */
const SECRET_FIELDS = ['password', 'current', 'text', 'ticket', 'endpoint', 'p256dh', 'auth'];

/** Shorter ones may well be part of an innocent line. */
const MIN_SECRET_CHARACTERS = 6;

/** What the functions write to standard output, and what must never be part of it. */
export interface CapturedLog {
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
    if (secret.length >= MIN_SECRET_CHARACTERS) secrets.add(secret);
  };
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  return {
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    keepSecretsOf: (json) => {
      for (const secret of secretsIn(json)) keep(secret);
    },
    keepCookieSecret: (cookie) => keep(cookie.split(';')[0]?.replace(/^[^=]*=/, '') ?? ''),
    expectNoSecrets: () => {
      expect(written.length).toBeGreaterThan(0);
      expect(secrets.size).toBeGreaterThan(0);
      expect(written.filter((line) => [...secrets].some((secret) => line.includes(secret)))).toEqual([]);
    },
    release: () => spy.mockRestore(),
  };
}

function secretsIn(json: string): string[] {
  const found: string[] = [];
  try {
    JSON.parse(json, (key, value: unknown) => {
      if (SECRET_FIELDS.includes(key) && typeof value === 'string') found.push(value);
      return value;
    });
  } catch {
    found.push(json);
  }
  return found;
}
