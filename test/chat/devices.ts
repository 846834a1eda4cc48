import type { Session } from '../../lib/chat/account-ports.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { holdConnection } from '../../lib/chat/connecting.ts';
import type { ConnectionIdentity } from '../../lib/chat/connection-ports.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import type { SendMessage } from '../../lib/protocol/client-frames.ts';
import type { Person } from '../../lib/protocol/names.ts';
import type { PushedFrame, Stored } from '../../lib/protocol/server-frames.ts';
import type { MemoryChat } from '../support/memory-chat.ts';
import { HERE, sessionOf } from '../support/sessions.ts';

/** Any will do: the tests' passwords are as good as each other. */
export const PASSWORD = 'correct horse battery staple';

/** One open socket of somebody, and what was pushed to it. */
export interface Device {
  readonly identity: ConnectionIdentity;
  readonly pushed: readonly PushedFrame[];
}

/** Makes an account; the session is that of the log-in that comes with it. */
export async function signUp(chat: MemoryChat, { name, displayName }: Person): Promise<Session> {
  const { session } = await register(chat, { name, displayName, password: PASSWORD }, HERE);
  return session;
}

/** Opens a socket of a person. */
export async function connect(chat: MemoryChat, { name }: Person, device = 'phone'): Promise<Device> {
  const pushed: PushedFrame[] = [];
  const identity = { person: name, connectionId: `${name}-${device}`, session: `session of ${name}` };
  await chat.sessions.add(sessionOf(name, identity.session, { expiresAt: Number.MAX_SAFE_INTEGER }));
  chat.push.open(identity.connectionId, (frame) => pushed.push(frame));
  await holdConnection(chat, identity);
  return { identity, pushed };
}

/** The frame with these texts, whose ids are made of them. */
export function frame({ name }: Person, after: number, ...texts: readonly string[]): SendMessage {
  const messages = texts.map((text) => ({ clientId: `id-${text}`, text }));
  return { action: 'send-message', id: 'f1', to: name, after, messages };
}

/** Sends such a frame from a device. */
export function send(
  chat: MemoryChat,
  from: Device,
  to: Person,
  after: number,
  ...texts: readonly string[]
): Promise<Stored> {
  return sendMessage(chat, from.identity, frame(to, after, ...texts));
}
