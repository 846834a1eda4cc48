import { useEffect } from 'react';
import { Conversation } from '../conversation/conversation.tsx';
import { ConnectionBar } from '../parts/connection-bar.tsx';
import { useChat } from '../parts/use-chat.ts';
import { useTitle } from '../parts/use-title.ts';
import { SettingsPane } from '../settings/settings-pane.tsx';
import { Sidebar } from '../sidebar/sidebar.tsx';
import { useTexts } from '../texts/use-texts.ts';

export interface HomeProps {
  /** The name of the person whose conversation is open. */
  readonly open?: string;
  /** Whether the settings are open, in place of a conversation. */
  readonly settings?: boolean;
}

/** My conversations and, beside them, the open one or the settings; on a narrow screen one of the two at a time. */
export function Home({ open, settings = false }: HomeProps) {
  const chat = useChat();
  const texts = useTexts();
  useEffect(() => {
    if (open === undefined) return;
    chat.open(open);
    return () => chat.close();
  }, [chat, open]);
  useTitle(settings ? texts.settings.title : undefined);

  return (
    <div className="home" data-open={settings || open !== undefined}>
      <ConnectionBar />
      <Sidebar />
      {settings ? <SettingsPane /> : <Opened name={open} />}
    </div>
  );
}

function Opened({ name }: { name: string | undefined }) {
  if (name !== undefined) return <Conversation key={name} name={name} />;
  return (
    <main className="no-conversation">
      <p>Choose somebody to write to.</p>
    </main>
  );
}
