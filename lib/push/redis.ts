import type { CloseOutcome, Push, PushOutcome } from '../chat/connection-ports.ts';
import type { PushedFrame } from '../protocol/server-frames.ts';

/** A device that takes longer is given up on; it finds what it missed in the log. */
const ASK_TIMEOUT_MS = 500;

/** What an interface server is asked by a push; without a frame, to close the socket. */
export interface PushRequest {
  readonly connectionId: string;
  readonly frame?: PushedFrame;
}

/** How frames get to the process that holds a connection. */
export interface InterfaceServers {
  /** Undefined if nobody has got it. May throw. */
  ask<Outcome>(server: string, request: PushRequest, timeoutMs: number): Promise<Outcome | undefined>;
  /** Whether it is certain that there is no such server any more. */
  isGone(server: string): Promise<boolean>;
}

const SEPARATOR = '.';

/** A connection's id, which says who holds it. */
export function connectionIdAt(server: string, number: string): string {
  return `${server}${SEPARATOR}${number}`;
}

/** Reaches a connection through the interface server that holds it. */
export function redisPush(servers: InterfaceServers): Push {
  const ask = async <Outcome>(request: PushRequest): Promise<Outcome | 'gone' | 'failed'> => {
    const [server = ''] = request.connectionId.split(SEPARATOR, 1);
    try {
      const outcome = await servers.ask<Outcome>(server, request, ASK_TIMEOUT_MS);
      if (outcome) return outcome;
      return (await servers.isGone(server)) ? 'gone' : 'failed';
    } catch {
      return 'failed';
    }
  };
  return {
    post: (connectionId, frame) => ask<PushOutcome>({ connectionId, frame }),
    close: (connectionId) => ask<CloseOutcome>({ connectionId }),
  };
}
