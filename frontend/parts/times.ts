/**
 * How times are written, in the language of the pages and the reader's time zone. A component that shows one calls
 * `useTexts` or `useLanguage` as well, so that it renders again in the next language.
 */
import { language } from '../texts/language.ts';
import { perLanguage } from '../texts/per-language.ts';

const DAY_MS = 86_400_000;
const DAYS_WITH_NAMES = 6;

const clock = dates({ timeStyle: 'short' });
const weekday = dates({ weekday: 'short' });
const date = dates({ day: 'numeric', month: 'short' });
const dateWithYear = dates({ dateStyle: 'medium' });
const wholeDate = dates({ dateStyle: 'full' });
const moment = dates({ dateStyle: 'full', timeStyle: 'medium' });
const relative = perLanguage((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));

/** The time of day, as in "14:05". */
export function timeOfDay(at: number): string {
  return clock(at);
}

/** All there is to say, for those who want it. */
export function wholeMoment(at: number): string {
  return moment(at);
}

/** As short as a list needs it: the time today, the weekday this week, the date before that. */
export function shortTime(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days <= 0) return clock(at);
  if (days <= DAYS_WITH_NAMES) return weekday(at);
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? date(at) : dateWithYear(at);
}

/** The day as a heading: "today", "yesterday", or the whole date. */
export function dayName(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days !== 0 && days !== 1) return wholeDate(at);
  return relative(language().tag).format(-days, 'day');
}

/** The day as it stands within a sentence: "today", "yesterday", or a short date. */
export function dayInSentence(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0 || days === 1) return relative(language().tag).format(-days, 'day');
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? date(at) : dateWithYear(at);
}

/** Whether both are on one day of the reader's calendar. */
export function isSameDay(one: number, other: number): boolean {
  return daysBetween(one, other) === 0;
}

/** Writes a time in one way. Making the format is dear, so that each language has it made once. */
function dates(options: Intl.DateTimeFormatOptions): (at: number) => string {
  const formats = perLanguage((tag) => new Intl.DateTimeFormat(tag, options));
  return (at) => formats(language().tag).format(at);
}

function daysBetween(earlier: number, later: number): number {
  return Math.round((startOfDay(later) - startOfDay(earlier)) / DAY_MS);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
