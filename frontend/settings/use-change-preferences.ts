import { useKnown } from '../parts/use-chat.ts';
import { changePreferences, type Preferences } from '../preferences/preferences.ts';
import { isOnSharedComputer } from './shared-computer.ts';

/** Changes preferences, and has them kept unless others use this computer. */
export function useChangePreferences(): (change: Partial<Preferences>) => void {
  const isShared = useKnown(isOnSharedComputer);
  return (change) => changePreferences(change, { isKept: !isShared });
}
