import { type ReactNode, useEffect } from 'react';
import { Conversation } from '../conversation/conversation.tsx';
import { NewsLater } from '../notifications/news-later.tsx';
import { ConnectionBar } from '../parts/connection-bar.tsx';
import { useChat } from '../parts/use-chat.ts';
import { useIsNarrow } from '../parts/use-is-narrow.ts';
import { useTitle } from '../parts/use-title.ts';
import { useHelpSheet } from '../shortcuts/use-help-sheet.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { Sidebar } from '../sidebar/sidebar.tsx';
import { NoConversation } from './no-conversation.tsx';
import { SkipLinks } from './skip-links.tsx';
import { useFocusAcrossPanes } from './use-focus-across-panes.ts';

export interface HomeProps {
  /** The name of the person whose conversation is open. */
  readonly open?: string;
  /** What is shown in place of a conversation. */
  readonly children?: ReactNode;
}

/** My conversations and, beside them, the open one; on a narrow screen one of the two at a time. */
export function Home({ open, children }: HomeProps) {
  const chat = useChat();
  useEffect(() => {
    if (open === undefined) return;
    chat.open(open);
    return () => chat.close();
  }, [chat, open]);
  useTitle(children === undefined);
  useFocusAcrossPanes();
  const isNarrow = useIsNarrow();
  const isOpen = open !== undefined || children !== undefined;
  const help = useHelpSheet();
  useShortcuts(help.show);

  return (
    <div className="home" data-open={isOpen}>
      <SkipLinks hasMessages={open !== undefined} />
      <ConnectionBar />
      <Sidebar isAlone={isNarrow && !isOpen} onHelp={help.show} />
      {open !== undefined ? <Conversation key={open} name={open} /> : children}
      {!isOpen && !isNarrow && <NoConversation />}
      <NewsLater />
      {help.sheet}
    </div>
  );
}
