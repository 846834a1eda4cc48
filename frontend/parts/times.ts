/** How times are written, in the reader's language and time zone. */

const DAY_MS = 86_400_000;
const DAYS_WITH_NAMES = 6;

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dateWithYear = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const wholeDate = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** The time of day, as in "14:05". */
export function timeOfDay(at: number): string {
  return clock.format(at);
}

/** All there is to say, for those who want it. */
export function wholeMoment(at: number): string {
  return moment.format(at);
}

/** As short as a list needs it: the time today, the weekday this week, the date before that. */
export function shortTime(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days <= 0) return clock.format(at);
  if (days <= DAYS_WITH_NAMES) return weekday.format(at);
  return new Date(at).getFullYear() === new Date(now).getFullYear()
    ? date.format(at)
    : dateWithYear.format(at);
}

/** The day as a heading: "today", "yesterday", or the whole date. */
export function dayName(at: number, now: number): string {
  const days = daysBetween(at, now);
  return days === 0 || days === 1 ? relative.format(-days, 'day') : wholeDate.format(at);
}

/** Whether both are on one day of the reader's calendar. */
export function isSameDay(one: number, other: number): boolean {
  return daysBetween(one, other) === 0;
}

function daysBetween(earlier: number, later: number): number {
  return Math.round((startOfDay(later) - startOfDay(earlier)) / DAY_MS);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
