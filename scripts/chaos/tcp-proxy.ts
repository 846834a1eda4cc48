import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How a network is at the moment; one that is well has none of it. */
export interface Conditions {
  /** What each piece takes longer, in either direction. */
  readonly latencyMs?: number;
  /** Pieces are cut into ones of so many bytes, which arrive one after the other. */
  readonly sliceBytes?: number;
  /** No more goes through in either direction. */
  readonly bytesPerSecond?: number;
  /** No more goes through to whoever connected: a reader that hardly reads. */
  readonly readBytesPerSecond?: number;
  /** Nothing goes through, and neither side is told. */
  readonly isBlackHole?: boolean;
}

/** A stretch of network of our own, between whoever connects to it and where it leads. */
export interface TcpProxy {
  readonly port: number;
  /** Where connections lead from now on. */
  leadTo(port: number): void;
  become(conditions: Conditions): void;
  /** Ends all connections as a reset does, for both sides. */
  reset(): void;
  stop(): Promise<void>;
}

/** A network that is well. */
export const WELL: Conditions = {};

const LOOPBACK = '127.0.0.1';

/** More that is under way than this is left with the sender. */
const MOST_UNDER_WAY_BYTES = 64 * 1024;

/** How often is looked whether a black hole has ended. */
const BLACK_HOLE_STEP_MS = 20;

/** @param port where it leads; 0 if that is to be said later, and nobody is let through until then */
export async function startTcpProxy(port = 0): Promise<TcpProxy> {
  let target = port;
  let conditions: Conditions = WELL;
  const open = new Set<Socket>();

  const server = createServer({ noDelay: true }, (client) => {
    if (target === 0) return void client.destroy();
    const upstream = createConnection({ port: target, host: LOOPBACK, noDelay: true });
    const both = [client, upstream];
    for (const socket of both) {
      open.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => {
        open.delete(socket);
        // An end in order is passed on by the pump, behind what is still under way.
        if (socket.errored || !socket.readableEnded) for (const each of both) each.destroy();
      });
    }
    pump(client, upstream, () => conditions);
    pump(upstream, client, () => ({
      ...conditions,
      bytesPerSecond: conditions.readBytesPerSecond ?? conditions.bytesPerSecond ?? Number.POSITIVE_INFINITY,
    }));
  });
  server.listen(0, LOOPBACK);
  await once(server, 'listening');

  const reset = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    leadTo(other) {
      target = other;
    },
    become(now) {
      conditions = now;
    },
    reset,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** Passes on what comes, in its order, under the conditions of the moment. */
function pump(from: Socket, to: Socket, conditions: () => Conditions): void {
  let underWay = 0;
  let last = Promise.resolve();
  const pass = async (piece: Buffer, arrivedAt: number) => {
    for (const slice of slices(piece, conditions().sliceBytes)) {
      while (conditions().isBlackHole && !to.destroyed) await wait(BLACK_HOLE_STEP_MS);
      const { latencyMs = 0, bytesPerSecond = Number.POSITIVE_INFINITY } = conditions();
      const late = arrivedAt + latencyMs - performance.now();
      const ms = Math.max(late, 0) + (slice.length * 1_000) / bytesPerSecond;
      if (ms > 0) await wait(ms);
      if (to.destroyed) return;
      if (!to.write(slice)) await Promise.race([once(to, 'drain'), once(to, 'close')]).catch(() => {});
    }
    underWay -= piece.length;
    if (underWay <= MOST_UNDER_WAY_BYTES) from.resume();
  };
  from.on('data', (piece: Buffer) => {
    const arrivedAt = performance.now();
    underWay += piece.length;
    if (underWay > MOST_UNDER_WAY_BYTES) from.pause();
    last = last.then(() => pass(piece, arrivedAt));
  });
  from.once('end', () => {
    last = last.then(() => void to.end());
  });
}

function slices(piece: Buffer, bytes = piece.length): Buffer[] {
  const all: Buffer[] = [];
  for (let at = 0; at < piece.length; at += bytes) all.push(piece.subarray(at, at + bytes));
  return all;
}
