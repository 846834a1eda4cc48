import { changeSide } from '../../lib/chat/change-side.ts';
import type { ConnectionIdentity } from '../../lib/chat/connection-ports.ts';
import { deleteMessage } from '../../lib/chat/delete-message.ts';
import { editMessage } from '../../lib/chat/edit-message.ts';
import { mark } from '../../lib/chat/mark.ts';
import { ping } from '../../lib/chat/ping.ts';
import type { Chat } from '../../lib/chat/ports.ts';
import { changePreferences } from '../../lib/chat/preferences.ts';
import { watch } from '../../lib/chat/presence.ts';
import { react } from '../../lib/chat/react.ts';
import { Refusal } from '../../lib/chat/refusal.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import { typing } from '../../lib/chat/typing.ts';
import type { ClientFrame } from '../../lib/protocol/client-frames.ts';
import type { ErrorBody } from '../../lib/protocol/errors.ts';
import type { AnswerFrame } from '../../lib/protocol/server-frames.ts';

/** Does what a frame asks for, as the function does that the frame's route leads to. @throws what that throws */
export async function answerTo(
  chat: Chat,
  connection: ConnectionIdentity,
  frame: ClientFrame,
): Promise<AnswerFrame | undefined> {
  switch (frame.action) {
    case 'send-message':
      return sendMessage(chat, connection, frame);
    case 'edit-message':
      return editMessage(chat, connection, frame);
    case 'delete-message':
      return deleteMessage(chat, connection, frame);
    case 'react':
      return react(chat, connection, frame);
    case 'mark':
      return mark(chat, connection, frame);
    case 'watch':
      return { ...(await watch(chat, connection, frame)), id: frame.id };
    case 'change-side':
      return { ...(await changeSide(chat, connection, frame)), id: frame.id };
    case 'change-preferences':
      return { ...(await changePreferences(chat, connection, frame)), id: frame.id };
    case 'ping':
      return ping(chat, connection, frame);
    case 'typing':
      await typing(chat, connection, frame);
      return undefined;
  }
}

/** What an error is on the wire: the words of a refusal, and of all else that it was not the client's fault. */
export function bodyOf(error: unknown): ErrorBody {
  const { code, message, field, retryAfter } = error instanceof Refusal ? error : new Refusal('internal');
  return {
    code,
    message,
    ...(field !== undefined && { field }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}
