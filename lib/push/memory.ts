import type { Push } from '../chat/connection-ports.ts';
import type { PushedFrame } from '../protocol/server-frames.ts';

/** A push to sockets that are functions in this process. */
export interface MemoryPush extends Push {
  open(connectionId: string, receive: (frame: PushedFrame) => void): void;
  close(connectionId: string): void;
}

export function memoryPush(): MemoryPush {
  const sockets = new Map<string, (frame: PushedFrame) => void>();

  return {
    open(connectionId, receive) {
      sockets.set(connectionId, receive);
    },

    close(connectionId) {
      sockets.delete(connectionId);
    },

    async post(connectionId, frame) {
      const receive = sockets.get(connectionId);
      if (!receive) return 'gone';
      try {
        receive(frame);
        return 'delivered';
      } catch {
        return 'failed';
      }
    },
  };
}
