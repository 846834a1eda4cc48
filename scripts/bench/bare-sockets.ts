import { once } from 'node:events';
import { WebSocket } from 'ws';
import { PROTOCOL } from '../../lib/protocol/socket.ts';

/** Opens so many sockets, some at a time. @returns them, and how long it took */
export async function openBareSockets(
  address: string,
  count: number,
  atOnce: number,
): Promise<{ sockets: WebSocket[]; ms: number }> {
  const url = `${address.replace('http', 'ws')}/socket`;
  const sockets: WebSocket[] = [];
  let left = count;
  const began = performance.now();
  const openSome = async () => {
    while (left > 0) {
      left -= 1;
      const socket = new WebSocket(url, [PROTOCOL], { perMessageDeflate: false });
      await once(socket, 'open');
      sockets.push(socket);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, openSome));
  return { sockets, ms: performance.now() - began };
}

/** Sends a frame and waits for what comes back. */
export async function echo(socket: WebSocket, frame: string): Promise<void> {
  const answer = once(socket, 'message');
  socket.send(frame);
  await answer;
}

export async function closeBareSockets(sockets: readonly WebSocket[]): Promise<void> {
  await Promise.all(
    sockets.map((socket) => {
      const closed = once(socket, 'close');
      socket.terminate();
      return closed;
    }),
  );
}
