import { type ComponentType, useEffect, useState } from 'react';
import { whenIdle } from '../parts/when-idle.ts';

/** What tells of news, as soon as the page has nothing else to do; without a network, with the next page. */
export function NewsLater() {
  const [loaded, setLoaded] = useState<{ Note: ComponentType }>();
  useEffect(
    () =>
      whenIdle(() => {
        import('./news-note.tsx').then(
          ({ NewsNote }) => setLoaded({ Note: NewsNote }),
          () => {},
        );
      }),
    [],
  );
  return loaded ? <loaded.Note /> : null;
}
