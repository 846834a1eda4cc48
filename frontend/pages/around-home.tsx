import { NewsLater } from '../notifications/news-later.tsx';
import { ConnectionBar } from '../parts/connection-bar.tsx';
import { useAway } from '../parts/use-away.ts';
import { useTitle } from '../parts/use-title.ts';
import { useHelpSheet } from '../shortcuts/use-help-sheet.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { SkipLinks } from './skip-links.tsx';
import { useFocusAcrossPanes } from './use-focus-across-panes.ts';

export interface AroundHomeProps {
  /** Whether a conversation is open. */
  readonly hasMessages: boolean;
  /** Whether the page has no other title. */
  readonly hasTitle: boolean;
}

/** What goes with the lists and what is open beside them: the title, the keyboard, and what there is to say of the network. */
export function AroundHome({ hasMessages, hasTitle }: AroundHomeProps) {
  useTitle(hasTitle);
  useFocusAcrossPanes();
  const help = useHelpSheet();
  useShortcuts(help.show);
  useAway();
  return (
    <>
      <SkipLinks hasMessages={hasMessages} />
      <ConnectionBar />
      <NewsLater />
      {help.sheet}
    </>
  );
}
