import { type ComponentType, useEffect, useState } from 'react';
import { whenIdle } from '../parts/when-idle.ts';
import { comeToLife } from './come-to-life.ts';

/**
 * One quiet line when a newer version of the pages is ready; with it, the service worker begins. All of it is for later,
 * so it is loaded when the page has nothing else to do.
 */
export function NewVersion() {
  const [Line, setLine] = useState<ComponentType>();
  useEffect(() => {
    comeToLife();
    return whenIdle(() => {
      import('./new-version-line.tsx').then(
        ({ NewVersionLine }) => setLine(() => NewVersionLine),
        // The next start has it.
        () => {},
      );
    });
  }, []);
  return Line && <Line />;
}
