import type { Theme } from './preferences.ts';

/** Puts the pages, and the parts of the browser that take on their colour, into a theme. */
export function showTheme(theme: Theme): void {
  const { documentElement: root } = document;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const meta of themeColours()) meta.media = mediaOf(meta, theme);
}

/** One for light and one for dark, each of which says in index.html when it holds. */
function themeColours(): NodeListOf<HTMLMetaElement> {
  return document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"][media]');
}

/** A theme that was chosen holds whatever the system prefers, and the other one never does. */
function mediaOf(meta: HTMLMetaElement, theme: Theme): string {
  meta.dataset.scheme ??= meta.media.includes('dark') ? 'dark' : 'light';
  if (theme === 'system') return `(prefers-color-scheme: ${meta.dataset.scheme})`;
  return theme === meta.dataset.scheme ? 'all' : 'not all';
}
