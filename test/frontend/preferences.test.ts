import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readProjectFile } from '../structure/project-files.ts';

type Module = typeof import('../../frontend/preferences/preferences.ts');

const KEY = 'preferences';

/** A browser's storage, as far as it is used. */
class FakeStorage {
  readonly items = new Map<string, string>();
  readonly getItem = (key: string) => this.items.get(key) ?? null;
  readonly setItem = (key: string, value: string) => {
    this.items.set(key, value);
  };
}

let storage: FakeStorage;

beforeEach(() => {
  storage = new FakeStorage();
  Object.assign(globalThis, { localStorage: storage, window: new EventTarget() });
});
afterEach(() => {
  for (const name of ['localStorage', 'window']) Reflect.deleteProperty(globalThis, name);
});

/** The module as a page has it that was just opened. */
async function openPage(): Promise<Module> {
  jest.resetModules();
  return import('../../frontend/preferences/preferences.ts');
}

function otherTabWrites(newValue: string | null, key: string | null = KEY): void {
  window.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
}

describe('what alice prefers', () => {
  test('is as system and browser have it, until she says otherwise', async () => {
    const page = await openPage();
    expect(page.preferences()).toEqual({ theme: 'system', language: 'system' });
  });

  test('holds at once, and on her next visit', async () => {
    const page = await openPage();
    const noticed = jest.fn();
    page.onPreferencesChange(noticed);
    page.changePreferences({ theme: 'dark' });
    page.changePreferences({ language: 'de' });
    expect(page.preferences()).toEqual({ theme: 'dark', language: 'de' });
    expect(noticed).toHaveBeenCalledTimes(2);
    expect((await openPage()).preferences()).toEqual({ theme: 'dark', language: 'de' });
  });

  test('holds as long as the page on a computer that others use', async () => {
    const page = await openPage();
    page.changePreferences({ theme: 'dark' }, { isKept: false });
    expect(page.preferences().theme).toBe('dark');
    expect(storage.items.size).toBe(0);
    expect((await openPage()).preferences().theme).toBe('system');
  });

  test('holds as long as the page in a browser that keeps nothing', async () => {
    const refuse = () => {
      throw new DOMException('No.', 'SecurityError');
    };
    Object.assign(globalThis, { localStorage: { getItem: refuse, setItem: refuse } });
    const page = await openPage();
    page.changePreferences({ theme: 'light' });
    expect(page.preferences().theme).toBe('light');
  });

  test('follows what she chooses in another tab, also when that one has forgotten all', async () => {
    const page = await openPage();
    const noticed = jest.fn();
    const end = page.onPreferencesChange(noticed);
    otherTabWrites('{"theme":"dark","language":"ar"}');
    expect(page.preferences()).toEqual({ theme: 'dark', language: 'ar' });
    otherTabWrites('x', 'another key');
    otherTabWrites(null, null);
    expect(page.preferences()).toEqual({ theme: 'system', language: 'system' });
    expect(noticed).toHaveBeenCalledTimes(2);

    end();
    otherTabWrites('{"theme":"dark"}');
    expect(noticed).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[1]'],
    ['words that mean nothing', '{"theme":"pink","language":"tlh"}'],
    ['other types', '{"theme":1,"language":{"toString":"x"}}'],
    ['a name that every object has', '{"theme":"constructor","language":"__proto__"}'],
  ])('is nothing in particular where %s was kept', async (_, kept) => {
    storage.setItem(KEY, kept);
    expect((await openPage()).preferences()).toEqual({ theme: 'system', language: 'system' });
  });
});

describe('the script before the first paint', () => {
  const themeAfter = (localStorage: unknown) => {
    const documentElement = { dataset: {} as { theme?: string } };
    runInNewContext(readProjectFile('frontend/public/first-paint.js'), {
      localStorage,
      // As while the pages are developed: no files are named.
      document: { documentElement, querySelector: () => null },
      location: new URL('https://chat.example/login'),
    });
    return documentElement.dataset.theme;
  };

  test('shows the theme that was kept', async () => {
    for (const theme of ['light', 'dark', 'system'] as const) {
      (await openPage()).changePreferences({ theme });
      expect(themeAfter(storage)).toBe(theme === 'system' ? undefined : theme);
    }
  });

  test.each([
    ['nothing', null],
    ['null', 'null'],
    ['no JSON', '{'],
    ['an odd theme', '{"theme":"pink"}'],
  ])('leaves the page as it is where %s was kept', (_, kept) => {
    expect(themeAfter({ getItem: () => kept })).toBeUndefined();
  });

  test('leaves the page as it is where there is no storage', () => {
    expect(themeAfter(undefined)).toBeUndefined();
  });
});
