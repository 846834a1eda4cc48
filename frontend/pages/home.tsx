import { type ReactNode, useEffect } from 'react';
import { Conversation } from '../conversation/conversation.tsx';
import { ConnectionBar } from '../parts/connection-bar.tsx';
import { useChat } from '../parts/use-chat.ts';
import { useTitle } from '../parts/use-title.ts';
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
  useTitle(children === undefined);

  return (
    <div className="home" data-open={open !== undefined || children !== undefined}>
      <ConnectionBar />
      <Sidebar />
      {open === undefined ? (children ?? <NoConversation />) : <Conversation key={open} name={open} />}
    </div>
  );
}

function NoConversation() {
  return (
    <main className="no-conversation">
      <p>Choose somebody to write to.</p>
    </main>
  );
}
