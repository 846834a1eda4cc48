import type { DeleteMessage } from '../protocol/client-frames.ts';
import type { Stored } from '../protocol/server-frames.ts';
import { type AboutMessagePorts, appendAboutMessage } from './about-message.ts';
import type { ConnectionIdentity } from './connection-ports.ts';

/**
 * Deletes one's own message for both: its text, and those of its edits, are gone from the log before anybody is told.
 * @throws as appendAboutMessage
 */
export function deleteMessage(
  chat: AboutMessagePorts,
  sender: ConnectionIdentity,
  frame: DeleteMessage,
): Promise<Stored> {
  const { clientId, target } = frame;
  return appendAboutMessage(chat, sender, frame, {
    saying: { kind: 'deletion', clientId, target },
    isForAuthor: true,
    // Not afterwards: whoever does it may end in between, and the sender may find the deletion stored and not send it again.
    prepare: async (conversation, { seq }) => {
      // If the deletion gets this number, no edit has come since; and none comes behind it, as it meets the deletion first.
      const edits = await chat.entries.editsOf(conversation, target, seq);
      await chat.entries.scrub(conversation, [target, ...edits]);
    },
  });
}
