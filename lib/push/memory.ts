import type { Push } from '../chat/connection-ports.ts';
import type { PushedFrame } from '../protocol/server-frames.ts';

/** A push to sockets that are functions in this process. */
export interface MemoryPush extends Push {
  /** @param onClose is called when the server ends the connection */
  open(connectionId: string, receive: (frame: PushedFrame) => void, onClose?: () => void): void;
  /** Ends a connection from the client's side. */
  end(connectionId: string): void;
}

export function memoryPush(): MemoryPush {
  const sockets = new Map<string, { receive: (frame: PushedFrame) => void; onClose: () => void }>();

  return {
    open(connectionId, receive, onClose = () => {}) {
      sockets.set(connectionId, { receive, onClose });
    },

    end(connectionId) {
      sockets.delete(connectionId);
    },

    async post(connectionId, frame) {
      const socket = sockets.get(connectionId);
      if (!socket) return 'gone';
      try {
        socket.receive(frame);
        return 'delivered';
      } catch {
        return 'failed';
      }
    },

    async close(connectionId) {
      const socket = sockets.get(connectionId);
      sockets.delete(connectionId);
      socket?.onClose();
      return socket ? 'closed' : 'gone';
    },
  };
}
