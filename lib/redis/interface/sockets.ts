import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { type WebSocket, WebSocketServer } from 'ws';
import type { CloseOutcome, PushOutcome } from '../../chat/connection-ports.ts';
import { logLine } from '../../edge/log.ts';
import type { SocketAnswer } from '../../edge/socket.ts';
import { connectionIdAt, type PushRequest } from '../../push/redis.ts';
import { type Dispatch, NotHandled } from './dispatch.ts';
import { flat } from './http.ts';
import type { GatewayLimits } from './limits.ts';
import {
  connectionNumber,
  type Identity,
  type SocketConnection,
  serveSocket,
  socketEvent,
} from './socket-connection.ts';

const SUB_PROTOCOL = 'sec-websocket-protocol';

/** All sockets of one interface server. */
export interface Sockets {
  readonly count: number;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Pushes a frame to one of them, or closes it. */
  take(request: PushRequest): PushOutcome | CloseOutcome;
  /** Ends each of them; new ones may come. */
  end(): void;
  close(): Promise<void>;
}

export function openSockets(server: string, dispatch: Dispatch, limits: GatewayLimits): Sockets {
  const connections = new Map<string, SocketConnection>();
  // Which sub-protocol is spoken is for $connect's handler to say.
  const selected = new WeakMap<IncomingMessage, string>();
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.maxMessageBytes,
    handleProtocols: (_, request) => selected.get(request) ?? false,
  });

  const letIn = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const headers = flat(request.headers);
    const connectionId = connectionIdAt(server, connectionNumber());
    const identity = await identityOf(connectionId, headers, dispatch);
    if (!identity) return refuse(socket, '403 Forbidden');

    const disconnect = () => {
      const event = socketEvent(connectionId, 'DISCONNECT', identity);
      // Best effort, as on AWS: what it misses, the lease ends.
      dispatch({ kind: 'socket', event }).catch((error: Error) => {
        logLine('warn', 'disconnect not handled', { connectionId, reason: error.message });
      });
    };
    const event = socketEvent(connectionId, 'CONNECT', identity, { headers });
    const { statusCode = 500, headers: answered = {} } = (await dispatch({
      kind: 'socket',
      event,
    })) as Answer;
    if (statusCode >= 300) return refuse(socket, '502 Bad Gateway');
    if (socket.destroyed) return disconnect();

    const protocol = Object.entries(answered).find(([name]) => name.toLowerCase() === SUB_PROTOCOL)?.[1];
    if (protocol !== undefined) selected.set(request, `${protocol}`);
    webSockets.handleUpgrade(request, socket, head, (opened: WebSocket) => {
      const connection = serveSocket(opened, { connectionId, identity }, dispatch, limits, () => {
        connections.delete(connectionId);
        logLine('info', 'socket closed', { connectionId, person: identity.person });
        disconnect();
      });
      connections.set(connectionId, connection);
      logLine('info', 'socket opened', { connectionId, person: identity.person });
    });
  };

  const end = () => {
    for (const connection of connections.values()) connection.close();
  };

  return {
    get count() {
      return connections.size;
    },

    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      letIn(request, socket, head).catch((error: Error) => {
        refuse(socket, error instanceof NotHandled ? '503 Service Unavailable' : '500 Internal Server Error');
        if (!(error instanceof NotHandled))
          logLine('error', 'upgrade failed', { message: error.message, stack: error.stack });
      });
    },

    take({ connectionId, frame }) {
      const connection = connections.get(connectionId);
      if (!connection) return 'gone';
      return frame ? connection.push(frame) : connection.end();
    },

    end,

    async close() {
      end();
      for (const socket of webSockets.clients) socket.terminate();
      webSockets.close();
    },
  };
}

type Answer = Exclude<SocketAnswer, string>;

/** Who the authorizer says it is; undefined if it lets nobody in. */
async function identityOf(
  connectionId: string,
  headers: Record<string, string>,
  dispatch: Dispatch,
): Promise<Identity | undefined> {
  const event = {
    type: 'REQUEST',
    methodArn: 'local',
    headers,
    requestContext: { connectionId, routeKey: '$connect', requestTimeEpoch: Date.now() },
  } as unknown as APIGatewayRequestAuthorizerEvent;
  const { policyDocument, context } = (await dispatch({
    kind: 'authorizer',
    event,
  })) as APIGatewayAuthorizerResult;
  const isAllowed = policyDocument.Statement.every(({ Effect }) => Effect === 'Allow');
  return isAllowed ? (context as Identity) : undefined;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
