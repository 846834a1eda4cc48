import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { language, onLanguageChange } from '../../frontend/texts/language.ts';
import { bestMatch, LANGUAGES } from '../../frontend/texts/languages.ts';
import { showLanguage } from '../../frontend/texts/show-language.ts';

const A_FEW_SECONDS_MS = 5_000;

describe('the language for a browser that asks for', () => {
  test.each([
    [['de-AT', 'en'], 'de', 'de-AT'],
    [['fr', 'es-MX', 'en'], 'es', 'es-MX'],
    [['ar-EG'], 'ar', 'ar-EG'],
    [['en-GB'], 'en', 'en-GB'],
    [['fr', 'nl'], 'en', 'en'],
    [['', 'no language at all', 'de'], 'de', 'de'],
    [[], 'en', 'en'],
  ])('%j is %s, written as %s', (preferred, subtag, tag) => {
    const match = bestMatch(preferred);
    expect([match.known.subtag, match.tag]).toEqual([subtag, tag]);
  });

  test('another one is what was chosen, in the browser’s variant of it', () => {
    expect(bestMatch(['en-US', 'de-CH'], 'de').tag).toBe('de-CH');
    expect(bestMatch(['en-US'], 'ar').tag).toBe('ar');
  });
});

describe('the pages', () => {
  const german = LANGUAGES.find(({ subtag }) => subtag === 'de') as (typeof LANGUAGES)[number];

  beforeEach(async () => {
    Object.assign(globalThis, { window: new EventTarget() });
    await showLanguage(['en']);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'window');
  });

  test('are in the language that was wanted last, whichever comes first', async () => {
    const toGerman = Promise.withResolvers<Awaited<ReturnType<typeof german.load>>>();
    const loadGerman = german.load.bind(german);
    jest.spyOn(german, 'load').mockReturnValue(toGerman.promise);
    const first = showLanguage(['de']);
    await showLanguage(['ar']);
    jest.restoreAllMocks();
    toGerman.resolve(await loadGerman());
    await first;
    expect(language()).toMatchObject({ tag: 'ar', direction: 'rtl' });
  });

  test('stay in English while German can’t be loaded, and change when there is a network', async () => {
    jest.spyOn(german, 'load').mockRejectedValue(new Error('no network'));
    await showLanguage(['de-DE']);
    expect(language().tag).toBe('en');

    jest.restoreAllMocks();
    const { promise: changed, resolve } = Promise.withResolvers<void>();
    onLanguageChange(resolve);
    window.dispatchEvent(new Event('online'));
    await changed;
    expect(language().tag).toBe('de-DE');
    expect(language().texts.sidebar.conversations).toBe('Unterhaltungen');
  });

  test.each([
    ['the network is back before it is known that German can’t be loaded', 1],
    ['the first try with the network fails, too', 2],
  ])('are in German, too, if %s', async (_, failures) => {
    jest.useFakeTimers();
    const load = jest.spyOn(german, 'load');
    for (let failure = 0; failure < failures; failure++) load.mockRejectedValueOnce(new Error('no network'));
    const first = showLanguage(['de-DE']);
    window.dispatchEvent(new Event('online'));
    await first;
    const { promise: changed, resolve } = Promise.withResolvers<void>();
    onLanguageChange(resolve);
    await jest.advanceTimersByTimeAsync(failures * A_FEW_SECONDS_MS);
    await changed;
    expect(language().tag).toBe('de-DE');
  });
});
