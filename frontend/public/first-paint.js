// Loaded before anything is shown, so that who has chosen the dark theme is not dazzled by a moment of the light one;
// and so that what is shown first is on its way while the first script still is. It does no more than that, and depends
// on nothing: the theme is set again, with all else, by frontend/preferences.
try {
  const { theme } = JSON.parse(localStorage.getItem('preferences')) ?? {};
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Nothing is kept here, or nothing that makes sense.
}

// Both named by frontend/with-preloads.ts.
const door = document.querySelector('meta[name="part-at-door"]');
const isAtDoor = door?.dataset.paths.split(' ').includes(location.pathname);
const part = isAtDoor ? door : document.querySelector('meta[name="part-in-chat"]');
for (const href of part?.content.split(' ') ?? []) {
  const isScript = href.endsWith('.js');
  const link = Object.assign(document.createElement('link'), {
    rel: isScript ? 'modulepreload' : 'preload',
    crossOrigin: '',
    href,
  });
  if (!isScript) link.as = 'style';
  document.head.append(link);
}
