import { LocalProblem } from '../local/problem.ts';

/** What a worker's handlers need to know, besides Redis: the same as functions on Lambda. */
export const OF_HANDLERS = [
  'STAGE',
  'PEOPLE_TABLE',
  'ENTRIES_TABLE',
  'CONNECTIONS_TABLE',
  'AUDIT_TABLE',
  'ALLOWED_ORIGINS',
  'SESSION_SECRET',
  'PASSWORD_PEPPER',
  'SOCKET_URL',
  'COOKIE_SECURE',
  'PASSWORD_COST',
];

/** @throws LocalProblem that names all that is missing */
export function requireHandlersEnvironment(): void {
  const missing = ['REDIS_URL', ...OF_HANDLERS].filter((name) => !process.env[name]);
  if (missing.length > 0) throw notSet(missing);
}

/** Where Redis is. @throws LocalProblem if that is not said, or is no address of one */
export function redisUrl(): string {
  const url = process.env.REDIS_URL;
  if (!url) throw notSet(['REDIS_URL']);
  if (!/^rediss?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    throw new LocalProblem(
      'REDIS_URL is like redis://user:password@redis.example:6379, and this one is not.',
    );
  }
  return url;
}

function notSet(names: readonly string[]): LocalProblem {
  return new LocalProblem(
    `Set ${names.join(', ')} in the environment: README.md, "Redis mode", says to what.`,
  );
}
