import { PING_INTERVAL_MS } from '../../lib/protocol/limits.ts';
import type { SocketTicket } from '../../lib/protocol/rest.ts';
import type { Entries } from '../../lib/protocol/server-frames.ts';
import { backOffMs } from './back-off.ts';
import { isWorthRepeating } from './errors.ts';
import { openSocket, type Socket } from './socket.ts';
import { pauseUnlessWoken, type Surroundings } from './surroundings.ts';

/** A connection that ends sooner than this counts as a failed try, so that tries go on to be further apart. */
const STABLE_AFTER_MS = 5_000;

export interface ConnectionOptions {
  /** The ticket for the first try, so that it costs no request. */
  readonly firstTicket: SocketTicket;
  readonly newTicket: () => Promise<SocketTicket>;
  readonly onPush: (frame: Entries) => void;
  /** Pushes find the socket from now on; what was stored before has to be asked for. */
  readonly onLive: (socket: Socket) => void;
  readonly onLost: () => void;
  /** A try failed in a way that a repeat won't mend, such as an ended session. Nothing more is tried. */
  readonly onRefused: (error: unknown) => void;
  readonly surroundings: Surroundings;
  /** The address of the page, where that is not the browser's. */
  readonly page?: string;
}

/**
 * Keeps a socket open for as long as the signal is not aborted: opens it, pings, and opens another whenever it ends.
 */
export async function keepConnected(options: ConnectionOptions, signal: AbortSignal): Promise<void> {
  let ticket: SocketTicket | undefined = options.firstTicket;
  for (let failures = 0; !signal.aborted; failures += 1) {
    await pauseUnlessWoken(backOffMs(failures), options.surroundings, signal);
    if (signal.aborted) return;
    try {
      const socket = await openLive(ticket ?? (await options.newTicket()), options);
      const liveMs = await useUntilItEnds(socket, options, signal);
      if (liveMs >= STABLE_AFTER_MS) failures = -1;
    } catch (error) {
      if (!isWorthRepeating(error)) return options.onRefused(error);
    }
    ticket = undefined;
  }
}

/** A socket that has answered a ping: by then, pushes are sure to find it. */
async function openLive(ticket: SocketTicket, { onPush, page }: ConnectionOptions): Promise<Socket> {
  const socket = await openSocket(ticket, onPush, page);
  await socket.ping().catch((error) => {
    socket.close();
    throw error;
  });
  return socket;
}

/** @returns how long it lived, in ms */
async function useUntilItEnds(
  socket: Socket,
  { onLive, onLost, surroundings }: ConnectionOptions,
  signal: AbortSignal,
): Promise<number> {
  const began = performance.now();
  // A ping that is not answered closes the socket, and so ends this.
  const ping = () => void socket.ping().catch(() => socket.close());
  const timer = setInterval(ping, PING_INTERVAL_MS);
  const undo = [
    () => clearInterval(timer),
    surroundings.onWake(ping),
    surroundings.onNetworkLost(() => socket.close()),
  ];
  signal.addEventListener('abort', socket.close);
  if (signal.aborted) socket.close();
  else onLive(socket);
  await socket.closed;
  signal.removeEventListener('abort', socket.close);
  for (const end of undo) end();
  if (!signal.aborted) onLost();
  return performance.now() - began;
}
