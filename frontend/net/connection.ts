import { PING_INTERVAL_MS } from '../../lib/protocol/limits.ts';
import type { SocketTicket } from '../../lib/protocol/rest.ts';
import type { PushedFrame } from '../../lib/protocol/server-frames.ts';
import { backOffMs } from './back-off.ts';
import { isSessionOver, NoAnswer, Refused } from './errors.ts';
import { openSocket, type Socket } from './socket.ts';
import { pause, pauseUnlessWoken, type Surroundings } from './surroundings.ts';

/** A connection that ends sooner than this counts as a failed try, so that tries go on to be further apart. */
const STABLE_AFTER_MS = 5_000;

/** API Gateway cuts a socket after two hours; by then another one is in its place. */
const HAND_OVER_AFTER_MS = 110 * 60_000;

/** Sockets that were opened together, after a restart of the server, must not all be replaced in one instant. */
const HAND_OVER_SPREAD_MS = 5 * 60_000;

/** After a sleep, a socket is most often dead without having said so; a live one answers sooner than this. */
const WAKE_TIMEOUT_MS = 3_000;

/**
 * A browser that has just been given another cookie, by a changed password or a log-in in another tab, may still have sent
 * the former one: whether the session has ended is looked at once more after this long.
 */
const SECOND_LOOK_MS = 1_500;

export interface ConnectionOptions {
  /** The ticket for the first try, so that it costs no request. */
  readonly firstTicket: Promise<SocketTicket>;
  readonly newTicket: () => Promise<SocketTicket>;
  readonly onPush: (frame: PushedFrame) => void;
  /** Pushes find the socket from now on; what was stored before has to be asked for. */
  readonly onLive: (socket: Socket) => void;
  readonly onLost: () => void;
  /** The session has ended, or the program is wrong. Nothing more is tried. */
  readonly onRefused: (error: unknown) => void;
  readonly surroundings: Surroundings;
  /** The address of the page, where that is not the browser's. */
  readonly page?: string | undefined;
  readonly handOverAfterMs?: number | undefined;
}

/**
 * Keeps a socket open for as long as the signal is not aborted: opens it, pings, opens another whenever it ends, and
 * another beforehand where it is known when it will.
 */
export async function keepConnected(options: ConnectionOptions, signal: AbortSignal): Promise<void> {
  let ticket: Promise<SocketTicket> | undefined = options.firstTicket;
  let isSecondLook = false;
  for (let failures = 0; !signal.aborted; failures += 1) {
    if (isSecondLook) await pause(SECOND_LOOK_MS, signal);
    else await pauseUnlessWoken(backOffMs(failures), options.surroundings, signal);
    if (signal.aborted) return;
    try {
      const socket = await openLive(ticket ?? options.newTicket(), options);
      isSecondLook = false;
      // Ended while it was being opened: nobody would close it any more, and its person would seem to be there.
      if (signal.aborted) return socket.close();
      const liveMs = await useOneAfterAnother(socket, options, signal);
      if (liveMs >= STABLE_AFTER_MS) failures = -1;
    } catch (error) {
      if (isFinal(error) && (isSecondLook || !isSessionOver(error))) return options.onRefused(error);
      isSecondLook = isSessionOver(error);
    }
    ticket = undefined;
  }
}

/** Whatever else the server may refuse today, such as a page of a newer version, it may take tomorrow. */
function isFinal(error: unknown): boolean {
  return error instanceof Refused ? isSessionOver(error) : !(error instanceof NoAnswer);
}

/** A socket that has answered a ping: by then, pushes are sure to find it. */
async function openLive(ticket: Promise<SocketTicket>, { onPush, page }: ConnectionOptions): Promise<Socket> {
  const socket = await openSocket(await ticket, onPush, page);
  const { preferences } = await socket.ask({ action: 'ping' }).catch((error) => {
    socket.close();
    throw error;
  });
  // What another device has changed of them while this one had no connection was pushed to nobody.
  onPush({ action: 'preferences-changed', preferences });
  return socket;
}

/** Uses a socket and those that take its place, until one ends by itself. @returns how long it went well, in ms */
async function useOneAfterAnother(
  first: Socket,
  options: ConnectionOptions,
  signal: AbortSignal,
): Promise<number> {
  const began = performance.now();
  for (let socket: Socket | undefined = first; socket && !signal.aborted; ) {
    const next = await useUntilReplaced(socket, options, signal);
    // What is under way on it is still answered there; and what is pushed to both is known by its number.
    if (next) void socket.answered().then(socket.close);
    socket = next;
  }
  if (!signal.aborted) options.onLost();
  return performance.now() - began;
}

/** @returns the socket that takes its place, live; undefined if it ended before there was one */
async function useUntilReplaced(
  socket: Socket,
  options: ConnectionOptions,
  signal: AbortSignal,
): Promise<Socket | undefined> {
  const { onLive, surroundings } = options;
  const ended = new AbortController();
  const over = AbortSignal.any([signal, ended.signal]);
  // A ping that is not answered closes the socket, and so ends this.
  const ping = (timeoutMs?: number) =>
    void socket.ask({ action: 'ping' }, timeoutMs).catch(() => socket.close());
  const timer = setInterval(ping, PING_INTERVAL_MS);
  const undo = [
    () => clearInterval(timer),
    surroundings.onWake(() => ping(WAKE_TIMEOUT_MS)),
    surroundings.onNetworkLost(() => socket.close()),
  ];
  signal.addEventListener('abort', socket.close);
  if (signal.aborted) socket.close();
  else onLive(socket);
  const next = await Promise.race([socket.closed.then(() => undefined), successor(options, over)]);
  ended.abort();
  signal.removeEventListener('abort', socket.close);
  for (const end of undo) end();
  return next;
}

/** Opens the socket that is to come next, when it is time; never resolves if the signal is aborted before. */
async function successor(options: ConnectionOptions, over: AbortSignal): Promise<Socket> {
  const { handOverAfterMs = HAND_OVER_AFTER_MS + Math.random() * HAND_OVER_SPREAD_MS } = options;
  await pause(handOverAfterMs, over);
  for (let failures = 0; !over.aborted; failures += 1) {
    await pauseUnlessWoken(backOffMs(failures), options.surroundings, over);
    if (over.aborted) break;
    try {
      const socket = await openLive(options.newTicket(), options);
      if (!over.aborted) return socket;
      socket.close();
    } catch {
      // The present socket is still there; if it ends first, what is wrong shows then.
    }
  }
  return new Promise(() => {});
}
