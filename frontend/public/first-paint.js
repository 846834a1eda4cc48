// Loaded before anything is shown, so that who has chosen the dark theme is not dazzled by a moment of the light one.
// It does no more than that, and depends on nothing: what it sets is set again, with all else, by frontend/preferences.
try {
  const { theme } = JSON.parse(localStorage.getItem('preferences')) ?? {};
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Nothing is kept here, or nothing that makes sense.
}
