import type { React } from '../protocol/client-frames.ts';
import type { Stored } from '../protocol/server-frames.ts';
import { type AboutMessagePorts, appendAboutMessage } from './about-message.ts';
import type { ConnectionIdentity } from './connection-ports.ts';

/** Reacts to a message, in place of the reaction that was there, or takes it away. @throws as appendAboutMessage */
export function react(chat: AboutMessagePorts, sender: ConnectionIdentity, frame: React): Promise<Stored> {
  const { clientId, target, emoji } = frame;
  return appendAboutMessage(chat, sender, frame, {
    saying: { kind: 'reaction', clientId, target, emoji },
    isForAuthor: false,
  });
}
