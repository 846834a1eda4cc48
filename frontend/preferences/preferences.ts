import { LANGUAGES } from '../texts/languages.ts';

export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** How somebody wants the pages on this device; it has nothing to do with who is signed in. */
export interface Preferences {
  readonly theme: Theme;
  /** The subtag of a known language, or what the browser prefers. */
  readonly language: 'system' | string;
}

/** Also named in public/first-paint.js, which reads it before all else. */
export const PREFERENCES_KEY = 'preferences';

const NOTHING_CHOSEN: Preferences = { theme: 'system', language: 'system' };

let current: Preferences | undefined;
const listeners = new Set<() => void>();

export function preferences(): Preferences {
  current ??= parsePreferences(readKept());
  return current;
}

export interface ChangeOptions {
  /** Whether it outlives the page. On a computer that others use it does not. */
  readonly isKept: boolean;
}

/** Takes effect at once, in the browser's other tabs too; where the browser keeps nothing, for as long as the page lives. */
export function changePreferences(
  change: Partial<Preferences>,
  { isKept }: ChangeOptions = { isKept: true },
): void {
  current = { ...preferences(), ...change };
  if (isKept) keep(current);
  tellAll();
}

/** Calls back when they have changed, here or in another tab; returns what ends that. */
export function onPreferencesChange(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', followOtherTab);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', followOtherTab);
  };
}

/** What was kept, as far as it makes sense: it may be from another version, or from anybody with a console. */
export function parsePreferences(kept: string | null): Preferences {
  const { theme, language } = asRecord(kept);
  return {
    theme: THEMES.find((it) => it === theme) ?? NOTHING_CHOSEN.theme,
    language: LANGUAGES.find(({ subtag }) => subtag === language)?.subtag ?? NOTHING_CHOSEN.language,
  };
}

function asRecord(kept: string | null): Record<string, unknown> {
  try {
    return { ...(JSON.parse(kept ?? '{}') as object | null) };
  } catch {
    return {};
  }
}

/** The key is missing where another tab has emptied the whole storage. */
function followOtherTab({ key, newValue }: StorageEvent): void {
  if (key !== PREFERENCES_KEY && key !== null) return;
  current = parsePreferences(newValue);
  tellAll();
}

function tellAll(): void {
  for (const listener of [...listeners]) listener();
}

/** To a page that may not keep anything, even the look at the property is refused. */
function readKept(): string | null {
  try {
    return localStorage.getItem(PREFERENCES_KEY);
  } catch {
    return null;
  }
}

function keep(preferences: Preferences): void {
  try {
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify(preferences));
  } catch {
    // Full, or not there: then it holds as long as the page.
  }
}
