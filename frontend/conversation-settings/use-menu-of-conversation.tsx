import { type ComponentType, type ReactNode, useCallback, useState } from 'react';
import { importAnew } from '../net/import-anew.ts';
import type { ConversationSettingsProps } from './conversation-settings.tsx';

type Settings = ComponentType<ConversationSettingsProps>;

/** Where a menu opens: at what was pressed, or at a point of the page. */
export type Place = HTMLElement | { readonly x: number; readonly y: number };

export interface MenuOfConversation {
  readonly menu: ReactNode;
  openAt(name: string, place: Place): void;
}

/** The menu of a conversation, which is loaded when somebody opens it. */
export function useMenuOfConversation(): MenuOfConversation {
  const [loaded, setLoaded] = useState<{ Settings: Settings }>();
  const [shown, setShown] = useState<{ name: string; place: Place }>();
  const openAt = useCallback((name: string, place: Place) => {
    setShown({ name, place });
    importAnew(() => import('./conversation-settings.tsx')).then(
      ({ ConversationSettings }) => setLoaded({ Settings: ConversationSettings }),
      // Without the network there is none; the next time it is asked for may be better.
      () => setShown(undefined),
    );
  }, []);
  const menu = shown && loaded ? <loaded.Settings {...shown} onClose={() => setShown(undefined)} /> : null;
  return { menu, openAt };
}
