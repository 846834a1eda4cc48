import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { CloseOutcome, PushOutcome } from '../../chat/connection-ports.ts';
import type { SocketAnswer, SocketEvent } from '../../edge/socket.ts';
import type { ErrorFrame } from '../../protocol/server-frames.ts';
import { type Dispatch, NotHandled } from './dispatch.ts';
import type { GatewayLimits } from './limits.ts';

/** Going away: API Gateway's code for a socket whose time is over. */
const GOING_AWAY = 1001;
const TRY_AGAIN_LATER = 1013;

/** How long a client has to close its side of a socket that is ended. */
const END_TIMEOUT_MS = 500;

/** Who a connection is, as the authorizer said. */
export type Identity = NonNullable<SocketEvent['requestContext']['authorizer']>;

/** The event of a connection, without its route. */
export function socketEvent(
  connectionId: string,
  eventType: SocketEvent['requestContext']['eventType'],
  authorizer: Identity,
  rest: Pick<SocketEvent, 'body' | 'headers'> = {},
): SocketEvent {
  return {
    ...rest,
    requestContext: { connectionId, eventType, routeKey: '', requestTimeEpoch: Date.now(), authorizer },
  };
}

/** A client's socket, kept within the limits. */
export interface SocketConnection {
  push(frame: object): PushOutcome;
  close(): void;
  /** Closes it for good: nothing that comes over it from now on is handled, nor what waits. */
  end(): CloseOutcome;
}

/**
 * Serves an open socket: each frame becomes an event, one after the other, and what its handler says goes back.
 * @param onEnd is called once, when it has ended by whatever end
 */
export function serveSocket(
  socket: WebSocket,
  { connectionId, identity }: { connectionId: string; identity: Identity },
  dispatch: Dispatch,
  limits: GatewayLimits,
  onEnd: () => void,
): SocketConnection {
  const waiting: { text: string; isBinary: boolean }[] = [];
  let isBusy = false;
  let isAlive = true;

  const close = () => socket.close(GOING_AWAY);
  const idle = setTimeout(close, limits.idleMs);
  const lifetime = setTimeout(close, limits.lifetimeMs);
  const heartbeat = setInterval(() => {
    // A peer that is no more does not say so; it only is silent.
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, limits.pingEveryMs);

  const say = (text: string): PushOutcome => {
    if (socket.readyState !== socket.OPEN) return 'gone';
    socket.send(text);
    if (socket.bufferedAmount <= limits.maxUnreadBytes) return 'delivered';
    // It does not read. What it has missed by then it finds in the log, over another socket.
    socket.terminate();
    return 'gone';
  };

  const answer = async (frame: (typeof waiting)[number]) => {
    const event = socketEvent(connectionId, 'MESSAGE', identity, {
      body: frame.isBinary ? null : frame.text,
    });
    try {
      const { body } = (await dispatch({ kind: 'socket', event })) as Exclude<SocketAnswer, string>;
      if (body !== undefined) say(body);
    } catch (error) {
      if (!(error instanceof NotHandled)) throw error;
      const refused: ErrorFrame = { action: 'error', id: idOf(frame.text), ...error.answer };
      say(JSON.stringify(refused));
    }
  };

  const answerWaiting = async () => {
    if (isBusy) return;
    isBusy = true;
    for (let frame = waiting.shift(); frame; frame = waiting.shift()) await answer(frame);
    isBusy = false;
  };

  const end = (): CloseOutcome => {
    if (socket.readyState !== socket.OPEN) return 'gone';
    waiting.length = 0;
    close();
    // A client that does not close its side could keep the socket for half a minute.
    setTimeout(() => socket.terminate(), END_TIMEOUT_MS).unref();
    return 'closed';
  };

  socket.on('message', (data, isBinary) => {
    if (socket.readyState !== socket.OPEN) return;
    idle.refresh();
    if (waiting.length >= limits.maxWaitingFrames) return socket.close(TRY_AGAIN_LATER);
    waiting.push({ text: String(data), isBinary });
    void answerWaiting();
  });
  socket.on('pong', () => {
    isAlive = true;
  });
  // Its end follows; a message over the limit is one of these errors.
  socket.on('error', () => {});
  socket.once('close', () => {
    for (const timer of [idle, lifetime]) clearTimeout(timer);
    clearInterval(heartbeat);
    onEnd();
  });
  return { push: (frame) => say(JSON.stringify(frame)), close, end };
}

/** The id of a frame, as far as it can be read. */
function idOf(text: string): string | null {
  try {
    const { id } = Object(JSON.parse(text));
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

/** A number for a connection that nobody can guess. */
export function connectionNumber(): string {
  return randomUUID();
}
