import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Log, Random } from '../chat/ports.ts';
import { logLine } from '../edge/log.ts';

/** More than the 128 bits that OWASP ASVS 7.2.3 asks of a session's id. */
const SECRET_BYTES = 24;

export const clock: Clock = {
  now: Date.now,
  wait: (ms) => wait(ms),
};

export const random: Random = {
  secret: () => randomBytes(SECRET_BYTES).toString('base64url'),
  bytes: randomBytes,
};

export const log: Log = {
  warn: (event, details) => logLine('warn', event, details),
};
