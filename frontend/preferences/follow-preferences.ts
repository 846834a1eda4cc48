import { language, onLanguageChange } from '../texts/language.ts';
import { showLanguage } from '../texts/show-language.ts';
import { onPreferencesChange, preferences } from './preferences.ts';
import { showTheme } from './show-theme.ts';

/** How long a page that could be shown in English waits for its language. */
const LANGUAGE_WAIT_MS = 1_500;

/**
 * Puts the document into the theme and the language that are wanted on this device, now and whenever that changes.
 * @returns when there is something to show: in the language, or in English if its texts are long in coming
 */
export async function followPreferences(): Promise<void> {
  const show = () => {
    const { theme, language } = preferences();
    showTheme(theme);
    return showLanguage(navigator.languages, language === 'system' ? undefined : language);
  };
  onPreferencesChange(show);
  window.addEventListener('languagechange', show);
  onLanguageChange(tellDocument);
  await Promise.race([show(), new Promise((resolve) => setTimeout(resolve, LANGUAGE_WAIT_MS))]);
}

/** What hyphenates, reads out and lays out the page goes by its root. */
function tellDocument(): void {
  const { tag, direction } = language();
  document.documentElement.lang = tag;
  document.documentElement.dir = direction;
}
