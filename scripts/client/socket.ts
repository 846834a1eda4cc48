import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { ClientFrame, SendMessage, Typing } from '../../lib/protocol/client-frames.ts';
import { PING_INTERVAL_MS } from '../../lib/protocol/limits.ts';
import type { SocketTicket } from '../../lib/protocol/rest.ts';
import type { Entries, ErrorFrame, Pong, ServerFrame, Stored } from '../../lib/protocol/server-frames.ts';
import { PROTOCOL, TICKET_PREFIX } from '../../lib/protocol/socket.ts';
import { tellSecret } from './secrets.ts';

const ANSWER_TIMEOUT_MS = 15_000;

type WithoutId<Frame> = Frame extends Exclude<ClientFrame, Typing> ? Omit<Frame, 'id'> : never;
export type OtherFrame = WithoutId<ClientFrame>;

/** An open socket that tells answers and pushed entries apart. */
export interface ChatSocket {
  /** Sends messages and waits for their places in the log. @throws FrameRefused */
  send(frame: Pick<SendMessage, 'to' | 'after' | 'messages'>): Promise<Stored>;
  ping(): Promise<Pong>;
  /** Sends any other frame that is answered. @throws FrameRefused */
  ask(frame: OtherFrame): Promise<ServerFrame>;
  /** Calls back for every pushed frame. */
  onEntries(listener: (frame: Entries) => void): void;
  close(): Promise<void>;
  /** Resolves with the code when it has ended, by whatever end. */
  readonly closed: Promise<number>;
}

/** An `error` frame that came as an answer. */
export class FrameRefused extends Error {
  readonly code: ErrorFrame['code'];

  constructor({ code, message }: ErrorFrame) {
    super(`${code}: ${message}`);
    this.name = 'FrameRefused';
    this.code = code;
  }
}

/**
 * Opens a socket, and pings once: what is pushed from then on is sure to find it. It pings again every few minutes, or
 * its lease would end and nothing be pushed to it any more.
 */
export async function openSocket(address: string, { url, ticket }: SocketTicket): Promise<ChatSocket> {
  tellSecret('body', JSON.stringify({ ticket }));
  const target = new URL(url, address);
  target.protocol = target.protocol.replace('http', 'ws');
  const socket = new WebSocket(target, [PROTOCOL, `${TICKET_PREFIX}${ticket}`]);
  const waiting = new Map<string, (frame: ServerFrame | Error) => void>();
  const listeners: ((frame: Entries) => void)[] = [];

  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as ServerFrame;
    if (frame.action === 'entries') for (const listener of listeners) listener(frame);
    else if ('id' in frame) waiting.get(frame.id ?? '')?.(frame);
  });

  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  socket.on('close', (code) => {
    for (const answer of waiting.values()) answer(new Error(`The socket was closed with ${code}.`));
  });

  const ask = <Answer extends ServerFrame>(frame: object): Promise<Answer> => {
    const id = randomUUID();
    tellSecret('body', JSON.stringify(frame));
    const answer = Promise.withResolvers<Answer>();
    const giveUp = setTimeout(
      () => answer.reject(new Error(`No answer within ${ANSWER_TIMEOUT_MS / 1_000} s.`)),
      ANSWER_TIMEOUT_MS,
    );
    waiting.set(id, (answered) => {
      clearTimeout(giveUp);
      waiting.delete(id);
      if (answered instanceof Error) answer.reject(answered);
      else if (answered.action === 'error') answer.reject(new FrameRefused(answered));
      else answer.resolve(answered as Answer);
    });
    // What can't be sent is not answered either: the socket is closed, or about to be.
    socket.send(JSON.stringify({ ...frame, id }), () => {});
    if (socket.readyState !== WebSocket.OPEN) waiting.get(id)?.(new Error('The socket is closed.'));
    return answer.promise;
  };

  const opened: ChatSocket = {
    send: (frame) => ask<Stored>({ action: 'send-message', ...frame }),
    ping: () => ask<Pong>({ action: 'ping' }),
    ask: (frame) => ask(frame),
    onEntries: (listener) => void listeners.push(listener),
    close: () =>
      new Promise((resolve) => {
        if (socket.readyState === WebSocket.CLOSED) return resolve();
        socket.once('close', () => resolve());
        socket.close();
      }),
    closed,
  };
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  await opened.ping();
  // That it has ended is told by `closed`; a client is no reason for its process to stay.
  const pinging = setInterval(() => opened.ping().catch(() => {}), PING_INTERVAL_MS).unref();
  void closed.then(() => clearInterval(pinging));
  return opened;
}
