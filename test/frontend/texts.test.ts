import { describe, expect, test } from '@jest/globals';
import { SIDES_TEXTS } from '../../frontend/conversation-settings/sides-texts.ts';
import { EXPORT_TEXTS } from '../../frontend/export/export-texts.ts';
import { ACTION_TEXTS } from '../../frontend/message-actions/action-texts.ts';
import { ACCOUNT_TEXTS } from '../../frontend/parts/account-texts.ts';
import { AROUND_TEXTS } from '../../frontend/parts/around-texts.ts';
import { PROBLEM_TEXTS } from '../../frontend/parts/problem-texts.ts';
import { PASSKEY_TEXTS } from '../../frontend/passkeys/passkey-texts.ts';
import { PROFILE_TEXTS } from '../../frontend/profile/profile-texts.ts';
import { SEARCH_TEXTS } from '../../frontend/search/search-texts.ts';
import { SAFETY_TEXTS } from '../../frontend/settings/safety-texts.ts';
import { SETTINGS_TEXTS } from '../../frontend/settings/settings-texts.ts';
import { HELP_TEXTS } from '../../frontend/shortcuts/help-texts.ts';
import { isolated } from '../../frontend/texts/isolated.ts';
import { LANGUAGES } from '../../frontend/texts/languages.ts';
import { number, plural, writeNumbersAs } from '../../frontend/texts/plural.ts';

type Text = string | ((...values: unknown[]) => string);

/** What a language may share with English, because its readers say it so, by the text's path. */
const SAME_AS_IN_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  ar: [
    'app.titleWithUnseen',
    'around.keyNames.ctrl',
    'around.keyNames.alt',
    'around.keyNames.shift',
    'around.keyNames.escape',
    'around.keyNames.enter',
    'around.keyNames.home',
    'around.keyNames.end',
  ],
  de: [
    'app.name',
    'app.titleOf',
    'app.titleWithUnseen',
    'conversation.saidBy',
    'settings.account.name',
    'around.keyNames.alt',
    'around.keyNames.escape',
    'around.emoji',
    'around.online',
    'passkeys.heading',
  ],
  es: [
    'app.name',
    'app.titleOf',
    'app.titleWithUnseen',
    'conversation.saidBy',
    'around.keyNames.ctrl',
    'around.keyNames.alt',
    'around.keyNames.escape',
    'around.emoji',
  ],
};

/** Numbers of which each takes another plural in one of the languages. */
const COUNTS = [0, 1, 2, 3, 11, 100, 1_000_000];

const catalogues = new Map<string, ReadonlyMap<string, Text>>();
for (const { subtag, load } of LANGUAGES) {
  const search = SEARCH_TEXTS[subtag] ?? {};
  const actions = ACTION_TEXTS[subtag] ?? {};
  const exporting = EXPORT_TEXTS[subtag] ?? {};
  const settings = SETTINGS_TEXTS[subtag] ?? {};
  const safety = SAFETY_TEXTS[subtag] ?? {};
  const help = HELP_TEXTS[subtag] ?? {};
  const sides = SIDES_TEXTS[subtag] ?? {};
  const around = AROUND_TEXTS[subtag] ?? {};
  const account = ACCOUNT_TEXTS[subtag] ?? {};
  const passkeys = PASSKEY_TEXTS[subtag] ?? {};
  const profile = PROFILE_TEXTS[subtag] ?? {};
  const problems = PROBLEM_TEXTS[subtag] ?? {};
  const onDemand = {
    search,
    actions,
    exporting,
    settings,
    safety,
    help,
    sides,
    around,
    account,
    problems,
    passkeys,
    profile,
  };
  catalogues.set(subtag, textsOf({ ...(await load()).texts, ...onDemand }));
}

const english = catalogueOf('en');
const others = LANGUAGES.map(({ subtag }) => subtag).filter((subtag) => subtag !== 'en');

describe.each(others)('the catalogue of %s', (subtag) => {
  const catalogue = catalogueOf(subtag);

  test('has every text that English has, and no other', () => {
    expect([...catalogue.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('has a sentence where English has one, and a function of the same values where English has one', () => {
    const kindOf = (text: Text) => (typeof text === 'string' ? 'a sentence' : `of ${text.length} values`);
    expect(mapped(catalogue, kindOf)).toEqual(mapped(english, kindOf));
  });

  test('leaves nothing in English', () => {
    const left = [...catalogue].filter(([path, text]) => spoken(text) === spoken(english.get(path)));
    expect(left.map(([path]) => path)).toEqual(SAME_AS_IN_ENGLISH[subtag] ?? []);
  });
});

test.each([...catalogues.keys()])('nothing of %s is empty, whatever is put in', (subtag) => {
  for (const text of catalogueOf(subtag).values()) {
    for (const words of COUNTS.map((count) => spoken(text, count))) {
      expect(words.trim()).not.toBe('');
      expect(words).not.toMatch(/undefined|null|NaN|\[object/);
    }
  }
});

describe('a number in a sentence', () => {
  const ARABIC = { zero: 'صفر', one: 'واحد', two: 'اثنان', few: '# قليل', many: '# كثير', other: '# غير' };

  test.each([
    [0, 'صفر'],
    [1, 'واحد'],
    [2, 'اثنان'],
    [3, '3 قليل'],
    [11, '11 كثير'],
    [100, '100 غير'],
  ])('%d has its own form in Arabic', (count, sentence) => {
    expect(plural('ar', count, ARABIC)).toBe(sentence);
  });

  test('is written in the digits of the region, if the sentence is in its language', () => {
    writeNumbersAs('ar-EG');
    expect(plural('ar', 11, ARABIC)).toBe('١١ كثير');
    expect(number('en', 1_234)).toBe('1,234');
    writeNumbersAs('de');
    expect(number('de', 1_234)).toBe('1.234');
    writeNumbersAs('en');
  });
});

test('a name in a sentence does not turn what is around it', () => {
  expect([...isolated('بدر')].map((character) => character.codePointAt(0)?.toString(16))).toEqual([
    '2068',
    '628',
    '62f',
    '631',
    '2069',
  ]);
});

function catalogueOf(subtag: string): ReadonlyMap<string, Text> {
  return catalogues.get(subtag) as ReadonlyMap<string, Text>;
}

/** All texts of a catalogue by their paths, such as `settings.logOut.stay`. */
function textsOf(branch: object, path = ''): Map<string, Text> {
  const texts = Object.entries(branch).flatMap(([key, value]): [string, Text][] => {
    const inner = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' ? [...textsOf(value as object, inner)] : [[inner, value as Text]];
  });
  return new Map(texts);
}

function mapped<Result>(catalogue: ReadonlyMap<string, Text>, map: (text: Text) => Result) {
  return Object.fromEntries([...catalogue].map(([path, text]) => [path, map(text)]));
}

/** What somebody reads, with some value put in wherever the text takes one. */
function spoken(text: Text | undefined, value: unknown = 3): string {
  if (typeof text !== 'function') return text ?? '';
  const values = Array.from({ length: text.length }, () => value);
  return text(...values);
}
