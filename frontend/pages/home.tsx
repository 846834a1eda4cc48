import { type ReactNode, useEffect } from 'react';
import { Conversation } from '../conversation/conversation.tsx';
import { useChat } from '../parts/use-chat.ts';
import { useIsNarrow } from '../parts/use-is-narrow.ts';
import { useLaterParts } from '../parts/use-later-parts.ts';
import { Sidebar } from '../sidebar/sidebar.tsx';

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
  const later = useLaterParts();
  const isNarrow = useIsNarrow();
  const isOpen = open !== undefined || children !== undefined;

  return (
    <div className="home" data-open={isOpen}>
      {later && <later.AroundHome hasMessages={open !== undefined} hasTitle={children === undefined} />}
      <Sidebar isAlone={isNarrow && !isOpen} />
      {open !== undefined ? <Conversation key={open} name={open} /> : children}
      {!isOpen && !isNarrow && later && <later.NoConversation />}
    </div>
  );
}
