import type { Ping, SendMessage } from '../../lib/protocol/client-frames.ts';
import type { SocketTicket } from '../../lib/protocol/rest.ts';
import type { Entries, Pong, ServerFrame, Stored } from '../../lib/protocol/server-frames.ts';
import { PROTOCOL, TICKET_PREFIX } from '../../lib/protocol/socket.ts';
import { NoAnswer, Refused } from './errors.ts';

/** A frame that is not answered by then was lost, or the socket is dead without having said so. */
const ANSWER_TIMEOUT_MS = 10_000;

/** A browser alone takes minutes to give up on an address that does not answer. */
const OPENING_TIMEOUT_MS = 10_000;

/** A socket on which frames are answered. Its functions throw `Refused` or `NoAnswer`. */
export interface Socket {
  sendMessage(frame: Omit<SendMessage, 'action' | 'id'>): Promise<Stored>;
  /** @param timeoutMs how long to wait for the answer */
  ping(timeoutMs?: number): Promise<Pong>;
  /** Resolves when nothing that was sent waits for its answer any more. */
  answered(): Promise<void>;
  close(): void;
  /** Resolves when it has ended, whoever ended it. */
  readonly closed: Promise<void>;
}

type Answer = Exclude<ServerFrame, Entries>;

/**
 * Opens a socket with a ticket.
 * @param onPush is called with what nobody asked for
 * @param page the address that the ticket's url is relative to
 * @throws NoAnswer if it is refused: a browser does not tell why
 */
export async function openSocket(
  { url, ticket }: SocketTicket,
  onPush: (frame: Entries) => void,
  page: string = location.href,
): Promise<Socket> {
  const socket = new WebSocket(webSocketUrl(url, page), [PROTOCOL, `${TICKET_PREFIX}${ticket}`]);
  const waiting = new Map<string, (answer: Answer | NoAnswer) => void>();
  const idle: (() => void)[] = [];
  const { promise: closed, resolve: end } = Promise.withResolvers<void>();
  socket.addEventListener('close', () => end());
  void closed.then(() => {
    for (const settle of waiting.values()) settle(new NoAnswer());
  });
  const close = () => {
    // The other side may never answer the close, or take minutes; for us it is over.
    end();
    socket.close();
  };

  socket.addEventListener('message', ({ data }) => {
    const frame = JSON.parse(String(data)) as ServerFrame;
    if (frame.action === 'entries') onPush(frame);
    else if ('id' in frame) waiting.get(frame.id ?? '')?.(frame);
  });

  const ask = <Expected extends Answer>(
    frame: SendMessage | Ping,
    timeoutMs = ANSWER_TIMEOUT_MS,
  ): Promise<Expected> =>
    new Promise((resolve, reject) => {
      if (socket.readyState !== WebSocket.OPEN) return reject(new NoAnswer());
      const timeout = setTimeout(close, timeoutMs);
      waiting.set(frame.id, (answer) => {
        clearTimeout(timeout);
        waiting.delete(frame.id);
        if (waiting.size === 0) for (const done of idle.splice(0)) done();
        if (answer instanceof NoAnswer) reject(answer);
        else if (answer.action === 'error') reject(new Refused(answer));
        else resolve(answer as Expected);
      });
      socket.send(JSON.stringify(frame));
    });

  await opened(socket, closed, close);
  return {
    sendMessage: (frame) => ask<Stored>({ action: 'send-message', id: crypto.randomUUID(), ...frame }),
    ping: (timeoutMs) => ask<Pong>({ action: 'ping', id: crypto.randomUUID() }, timeoutMs),
    answered: () => (waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
    close,
    closed,
  };
}

function opened(socket: WebSocket, closed: Promise<void>, close: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(close, OPENING_TIMEOUT_MS);
    socket.addEventListener('open', () => {
      clearTimeout(timeout);
      resolve();
    });
    void closed.then(() => {
      clearTimeout(timeout);
      reject(new NoAnswer());
    });
  });
}

function webSocketUrl(url: string, page: string): URL {
  const target = new URL(url, page);
  target.protocol = target.protocol.replace('http', 'ws');
  return target;
}
