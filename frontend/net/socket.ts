import type { ClientFrame, Typing } from '../../lib/protocol/client-frames.ts';
import type { SocketTicket } from '../../lib/protocol/rest.ts';
import type {
  AnswerFrame,
  Marked,
  Pong,
  PreferencesChanged,
  PresenceTold,
  PushedFrame,
  ServerFrame,
  SideChanged,
  Stored,
} from '../../lib/protocol/server-frames.ts';
import { PROTOCOL, TICKET_PREFIX } from '../../lib/protocol/socket.ts';
import { NoAnswer, Refused } from './errors.ts';

/** A frame that is not answered by then was lost, or the socket is dead without having said so. */
const ANSWER_TIMEOUT_MS = 10_000;

/** A browser alone takes minutes to give up on an address that does not answer. */
const OPENING_TIMEOUT_MS = 10_000;

/** What answers each of the frames that are answered. */
interface Answers {
  'send-message': Stored;
  'edit-message': Stored;
  'delete-message': Stored;
  react: Stored;
  mark: Marked;
  watch: PresenceTold;
  'change-side': SideChanged;
  'change-preferences': PreferencesChanged;
  ping: Pong;
}

type Asked = Exclude<ClientFrame, Typing>;

/** A frame as it is said, before it has an id. */
type WithoutId<Frame> = Frame extends Asked ? Omit<Frame, 'id'> : never;
export type Question = WithoutId<Asked>;

export interface Socket {
  /**
   * Sends a frame, and answers what the server does.
   * @param timeoutMs how long to wait for it
   * @throws Refused, NoAnswer
   */
  ask<Asking extends Question>(frame: Asking, timeoutMs?: number): Promise<Answers[Asking['action']]>;
  /** Says that somebody is being written to; nobody answers that. */
  typing(to: string): void;
  /** The server's clock, in ms since 1970, as far as a ping has told how it goes; otherwise this device's. */
  serverNow(): number;
  /** Resolves when nothing that was sent waits for its answer any more. */
  answered(): Promise<void>;
  close(): void;
  /** Resolves when it has ended, whoever ended it. */
  readonly closed: Promise<void>;
}

/**
 * Opens a socket with a ticket.
 * @param onPush is called with what nobody asked for
 * @param page the address that the ticket's url is relative to
 * @throws NoAnswer if it is refused: a browser does not tell why
 */
export async function openSocket(
  { url, ticket }: SocketTicket,
  onPush: (frame: PushedFrame) => void,
  page: string = location.href,
): Promise<Socket> {
  const socket = new WebSocket(webSocketUrl(url, page), [PROTOCOL, `${TICKET_PREFIX}${ticket}`]);
  const waiting = new Map<string, (answer: AnswerFrame | NoAnswer) => void>();
  const idle: (() => void)[] = [];
  let serverAheadMs = 0;
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
    if (frame.action === 'pong') serverAheadMs = frame.at - Date.now();
    if (answersSomething(frame)) waiting.get(frame.id ?? '')?.(frame);
    else onPush(frame);
  });

  const askOnce = <Asking extends Question>(question: Asking, timeoutMs = ANSWER_TIMEOUT_MS) =>
    new Promise<Answers[Asking['action']]>((resolve, reject) => {
      if (socket.readyState !== WebSocket.OPEN) return reject(new NoAnswer());
      const id = crypto.randomUUID();
      const timeout = setTimeout(close, timeoutMs);
      waiting.set(id, (answer) => {
        clearTimeout(timeout);
        waiting.delete(id);
        if (waiting.size === 0) for (const done of idle.splice(0)) done();
        if (answer instanceof NoAnswer) reject(answer);
        else if (answer.action === 'error') reject(new Refused(answer));
        else resolve(answer as Answers[Asking['action']]);
      });
      socket.send(JSON.stringify({ ...question, id }));
    });

  // Frames that come too fast wait here, so that who asks need not know of it: nothing is sent before it will be taken.
  let held: Promise<void> | undefined;

  const ask: Socket['ask'] = async (question, timeoutMs) => {
    for (;;) {
      if (held) await held;
      try {
        return await askOnce(question, timeoutMs);
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== 'too-many-frames') throw error;
        const waitMs = (error.retryAt ?? 0) - Date.now();
        held = Promise.race([closed, new Promise<void>((resolve) => setTimeout(resolve, waitMs))]);
      }
    }
  };

  await opened(socket, closed, close);
  return {
    ask,
    typing(to) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ action: 'typing', to }));
    },
    serverNow: () => Date.now() + serverAheadMs,
    answered: () => (waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
    close,
    closed,
  };
}

function answersSomething(frame: ServerFrame): frame is AnswerFrame {
  return 'id' in frame;
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
