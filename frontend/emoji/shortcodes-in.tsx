import { type ComponentType, type RefObject, useEffect, useState } from 'react';
import { importAnew } from '../net/import-anew.ts';

type List = ComponentType<{ field: HTMLTextAreaElement }>;

const MAY_BE_SHORTCODE = /:[a-z0-9+-][a-z0-9_+-]/i;

export interface ShortcodesInProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly draft: string;
}

/** Offers emoji for what is typed as `:smi` in a field. What is needed for that is fetched when somebody does. */
export function ShortcodesIn({ field, draft }: ShortcodesInProps) {
  const [loaded, setLoaded] = useState<{ List: List }>();
  const isWanted = !loaded && MAY_BE_SHORTCODE.test(draft);
  useEffect(() => {
    if (!isWanted) return;
    importAnew(() => import('./shortcode-list.tsx')).then(
      ({ ShortcodeList }) => setLoaded({ List: ShortcodeList }),
      // Without it, what was typed stays as it is.
      () => {},
    );
  }, [isWanted]);
  return loaded && field.current && <loaded.List field={field.current} />;
}
