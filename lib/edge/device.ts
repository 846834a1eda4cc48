/** Longer ones are nobody's to read. */
const MAX_CHARACTERS = 40;

/** In this order: browsers name those that they are made of, or want to be taken for, as well. */
const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bEdgi?A?(OS)?\//, 'Edge'],
  [/\b(OPR|OPT|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPad\b/, 'iPad'],
  [/\b(iPhone|iPod)\b/, 'iPhone'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\b(Macintosh|Mac OS X)\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/**
 * Browser and system, as people know them, such as `Chrome, Android`: names that are the same in every language. Of other
 * programs the first word of what they call themselves, such as `curl`; empty where there is none.
 */
export function deviceOf(userAgent = ''): string {
  const known = [BROWSERS, SYSTEMS].map((kinds) => kinds.find(([pattern]) => pattern.test(userAgent))?.[1]);
  if (known[0] !== undefined) return known.filter((name) => name !== undefined).join(', ');
  const [firstWord = ''] = /^[A-Za-z0-9 ._-]+/.exec(userAgent) ?? [];
  return firstWord.trim().slice(0, MAX_CHARACTERS);
}
