import type { ComponentType } from 'react';
import { StarredPane } from '../message-actions/starred-pane.tsx';
import { SettingsPane } from '../settings/settings-pane.tsx';

/** What stands beside the lists in place of a conversation, by its address. */
export const PANES: Readonly<Record<string, ComponentType>> = {
  '/settings': SettingsPane,
  '/starred': StarredPane,
};
