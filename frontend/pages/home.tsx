import { useEffect } from 'react';
import { Conversation } from '../conversation/conversation.tsx';
import { ConnectionBar } from '../parts/connection-bar.tsx';
import { useChat } from '../parts/use-chat.ts';
import { useTitle } from '../parts/use-title.ts';
import { Sidebar } from '../sidebar/sidebar.tsx';

/** My conversations and, beside them, the open one; on a narrow screen one of the two at a time. */
export function Home({ open }: { open?: string }) {
  const chat = useChat();
  useEffect(() => {
    if (open === undefined) return;
    chat.open(open);
    return () => chat.close();
  }, [chat, open]);
  useTitle();

  return (
    <div className="home" data-open={open !== undefined}>
      <ConnectionBar />
      <Sidebar />
      {open === undefined ? (
        <main className="no-conversation">
          <p>Choose somebody to write to.</p>
        </main>
      ) : (
        <Conversation key={open} name={open} />
      )}
    </div>
  );
}
