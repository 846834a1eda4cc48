import { type ReactNode, useCallback } from 'react';
import { useOnDemand } from '../parts/use-on-demand.tsx';
import type { Place } from './place-menu.ts';

const loadSettings = () => import('./conversation-settings.tsx');
const settingsIn = ({ ConversationSettings }: Awaited<ReturnType<typeof loadSettings>>) =>
  ConversationSettings;

export interface MenuOfConversation {
  readonly menu: ReactNode;
  openAt(name: string, place: Place): void;
}

/** The menu of a conversation, which is loaded when somebody opens it. */
export function useMenuOfConversation(): MenuOfConversation {
  const { shown, show, hide } = useOnDemand(loadSettings, settingsIn);
  const openAt = useCallback(
    (name: string, place: Place) => void show({ name, place, onClose: hide }),
    [show, hide],
  );
  return { menu: shown, openAt };
}
