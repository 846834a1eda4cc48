/**
 * What API Gateway does to sockets and requests, and so what this does: a client that gets along here gets along there.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
 */
export interface GatewayLimits {
  /** Without a frame from the client for this long, its socket is closed. */
  readonly idleMs: number;
  /** No socket lives longer. */
  readonly lifetimeMs: number;
  /** A handler that takes longer is not waited for. */
  readonly answerMs: number;
  /** A larger message ends the socket, with 1009. */
  readonly maxMessageBytes: number;
  /** A larger request is refused. */
  readonly maxBodyBytes: number;
  /** Jobs in the queue, beyond which nothing new is accepted. */
  readonly queueLength: number;
  /** Frames of one connection that wait for those before them. */
  readonly maxWaitingFrames: number;
  /** What a client may leave unread, before its socket is cut. */
  readonly maxUnreadBytes: number;
  /** How often a socket is asked whether it is still there. */
  readonly pingEveryMs: number;
}

export const GATEWAY_LIMITS: GatewayLimits = {
  idleMs: 10 * 60_000,
  lifetimeMs: 2 * 60 * 60_000,
  answerMs: 29_000,
  maxMessageBytes: 128 * 1024,
  maxBodyBytes: 1024 * 1024,
  queueLength: 10_000,
  maxWaitingFrames: 32,
  maxUnreadBytes: 1024 * 1024,
  pingEveryMs: 30_000,
};
