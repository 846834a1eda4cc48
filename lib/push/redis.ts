import type { Push, PushOutcome } from '../chat/connection-ports.ts';
import type { PushedFrame } from '../protocol/server-frames.ts';

/** A device that takes longer is given up on; it finds what it missed in the log. */
const POST_TIMEOUT_MS = 500;

/** What an interface server is asked by a push. */
export interface PushRequest {
  readonly connectionId: string;
  readonly frame: PushedFrame;
}

/** How frames get to the process that holds a connection. */
export interface InterfaceServers {
  /** Undefined if nobody has got it. May throw. */
  ask(server: string, request: PushRequest, timeoutMs: number): Promise<PushOutcome | undefined>;
  /** Whether it is certain that there is no such server any more. */
  isGone(server: string): Promise<boolean>;
}

const SEPARATOR = '.';

/** A connection's id, which says who holds it. */
export function connectionIdAt(server: string, number: string): string {
  return `${server}${SEPARATOR}${number}`;
}

/** Pushes through the interface server that holds the connection. */
export function redisPush(servers: InterfaceServers): Push {
  return {
    async post(connectionId, frame) {
      const [server = ''] = connectionId.split(SEPARATOR, 1);
      try {
        const outcome = await servers.ask(server, { connectionId, frame }, POST_TIMEOUT_MS);
        if (outcome) return outcome;
        return (await servers.isGone(server)) ? 'gone' : 'failed';
      } catch {
        return 'failed';
      }
    },
  };
}
