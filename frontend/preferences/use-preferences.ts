import { useSyncExternalStore } from 'react';
import { onPreferencesChange, type Preferences, preferences } from './preferences.ts';

/** How somebody wants the pages on this device; renders again when that changes. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(onPreferencesChange, preferences);
}
