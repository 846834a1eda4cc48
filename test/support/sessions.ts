import type { Session } from '../../lib/chat/account-ports.ts';
import type { LogInPlace } from '../../lib/chat/accounts/sessions.ts';
import { NOON } from './hand-moved-clock.ts';

/** Where the tests' people log in, if it does not matter. */
export const HERE: LogInPlace = { device: 'Firefox, Linux' };

/** A session that ends at noon, but for what is given. */
export function sessionOf(person: string, id = 'Ab_-9', rest: Partial<Session> = {}): Session {
  const beganAt = NOON - 60_000;
  return {
    person,
    id,
    publicId: `public-${id}`,
    createdAt: beganAt,
    lastUsedAt: beganAt,
    expiresAt: NOON,
    device: 'Firefox, Linux',
    ...rest,
  };
}
