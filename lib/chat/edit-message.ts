import type { EditMessage } from '../protocol/client-frames.ts';
import type { Stored } from '../protocol/server-frames.ts';
import { type AboutMessagePorts, appendAboutMessage } from './about-message.ts';
import type { ConnectionIdentity } from './connection-ports.ts';

/** Puts another text in place of one's own message's; the former ones stay in the log. @throws as appendAboutMessage */
export function editMessage(
  chat: AboutMessagePorts,
  sender: ConnectionIdentity,
  frame: EditMessage,
): Promise<Stored> {
  const { clientId, target, text } = frame;
  return appendAboutMessage(chat, sender, frame, {
    saying: { kind: 'edit', clientId, target, text },
    isForAuthor: true,
    // Whoever looks at a message alone, as among the starred ones, finds its text by this.
    settle: (conversation, { seq }) => chat.entries.noteEdit(conversation, target, seq),
  });
}
