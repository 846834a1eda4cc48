import { useEffect, useState } from 'react';
import { importAnew } from '../net/import-anew.ts';
import { whenIdle } from '../parts/when-idle.ts';

type ActionParts = typeof import('./action-parts.ts');

/** What acting on messages takes, as long as the page lasts once it was loaded. */
let loaded: ActionParts | undefined;

/**
 * What acting on messages takes. It is loaded when the page has nothing else to do; without a network it may not be there
 * until another conversation is opened.
 */
export function useActionParts(): ActionParts | undefined {
  const [parts, setParts] = useState(loaded);
  useEffect(() => {
    if (loaded) return setParts(loaded);
    return whenIdle(() => {
      importAnew(() => import('./action-parts.ts')).then(
        (got) => {
          loaded = got;
          setParts(got);
        },
        () => {},
      );
    });
  }, []);
  return parts;
}
