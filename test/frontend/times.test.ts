import { afterAll, describe, expect, test } from '@jest/globals';
import { dayName, isSameDay, shortTime, timeOfDay, wholeMoment } from '../../frontend/parts/times.ts';
import { changeLanguage, language } from '../../frontend/texts/language.ts';

const NOW = new Date(2026, 10, 25, 14, 5, 9).getTime();
const at = (year: number, month: number, day: number) => new Date(year, month - 1, day, 9, 30).getTime();
const YESTERDAY = at(2026, 11, 24);
const THIS_WEEK = at(2026, 11, 21);
const THIS_YEAR = at(2026, 3, 2);
const LONG_AGO = at(2024, 3, 2);

const before = language();
afterAll(() => changeLanguage(before));

describe.each([
  {
    tag: 'en-GB',
    clock: '14:05',
    today: 'today',
    yesterday: 'yesterday',
    short: ['14:05', 'Tue', 'Sat', '2 Mar', '2 Mar 2024'],
    day: 'Saturday, 2 March 2024',
  },
  {
    tag: 'de',
    clock: '14:05',
    today: 'heute',
    yesterday: 'gestern',
    short: ['14:05', 'Di', 'Sa', '2. März', '02.03.2024'],
    day: 'Samstag, 2. März 2024',
  },
  {
    tag: 'ar-EG',
    clock: '٢:٠٥ م',
    today: 'اليوم',
    yesterday: 'أمس',
    short: ['٢:٠٥ م', 'الثلاثاء', 'السبت', '٢ مارس', '٠٢‏/٠٣‏/٢٠٢٤'],
    day: 'السبت، ٢ مارس ٢٠٢٤',
  },
])('in $tag', ({ tag, clock, today, yesterday, short, day }) => {
  const inThatLanguage = <Result>(write: () => Result) => {
    changeLanguage({ ...language(), tag });
    return write();
  };

  test(`it is ${clock}`, () => {
    expect(inThatLanguage(() => plainSpaces(timeOfDay(NOW)))).toBe(clock);
  });

  test(`a list shows ${short.join(', ')}`, () => {
    const times = [NOW, YESTERDAY, THIS_WEEK, THIS_YEAR, LONG_AGO];
    expect(inThatLanguage(() => times.map((it) => plainSpaces(shortTime(it, NOW))))).toEqual(short);
  });

  test(`the days are headed ${today}, ${yesterday}, ${day}`, () => {
    const days = [NOW, YESTERDAY, LONG_AGO];
    expect(inThatLanguage(() => days.map((it) => dayName(it, NOW)))).toEqual([today, yesterday, day]);
  });

  test('the whole moment has the seconds', () => {
    expect(inThatLanguage(() => wholeMoment(NOW))).toMatch(/[0٠][9٩]/);
  });
});

test('a day ends at midnight of the reader’s clock', () => {
  const midnight = new Date(2026, 10, 25).getTime();
  expect(isSameDay(midnight - 1, midnight)).toBe(false);
  expect(isSameDay(midnight, NOW)).toBe(true);
});

/** Which kind of space goes before "PM" differs from one version of the Unicode data to the next. */
function plainSpaces(text: string): string {
  return text.replace(/\s/g, ' ');
}
