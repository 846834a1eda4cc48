import { Refusal } from '../chat/refusal.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** A header's value whatever the case of its name: HTTP APIs lower it, WebSocket APIs keep it. */
export function header(headers: Headers | undefined, name: string): string | undefined {
  const key = Object.keys(headers ?? {}).find((candidate) => candidate.toLowerCase() === name);
  return key === undefined ? undefined : headers?.[key];
}

/**
 * Refuses what a page of another site has a browser send. Clients that are no browsers send no Origin; they have no
 * cookie or ticket that could be abused either.
 * @throws Refusal `foreign-origin`
 */
export function requireOwnOrigin(headers: Headers | undefined, allowedOrigins: readonly string[]): void {
  const origin = header(headers, 'origin');
  if (origin !== undefined && !allowedOrigins.includes(origin)) throw new Refusal('foreign-origin');
}
