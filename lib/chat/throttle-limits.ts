import type { Rate, ThrottleLimits } from './throttle-ports.ts';

/** What holds where nothing else is set; docs/decisions/32-throttling.md has the reasons. */
export const DEFAULT_THROTTLE_LIMITS: ThrottleLimits = {
  framesPerMinute: 100,
  framesUntold: 25,
  sockets: 10,
  newConversationsPerDay: 20,
  newConversationsPerDayOnceAccepted: 200,
  accountsPerHourAndAddress: 20,
  accountsPerHour: 500,
  freeTries: 5,
  triesPerHourAndAccount: 60,
  triesPerHourAndAddress: 200,
  triesPerHour: 10_000,
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** All of them at once, or spread evenly. */
function rate(count: number, periodMs: number): Rate {
  return { eachMs: Math.max(1, Math.floor(periodMs / count)), capacityMs: periodMs };
}

export const perMinute = (count: number) => rate(count, MINUTE_MS);
export const perHour = (count: number) => rate(count, HOUR_MS);
export const perDay = (count: number) => rate(count, DAY_MS);
