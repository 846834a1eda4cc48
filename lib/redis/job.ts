import type { APIGatewayProxyEventV2, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import type { SocketEvent } from '../edge/socket.ts';

/** An event as API Gateway makes them, but for its route, which the worker finds: only it knows the handlers. */
export type Event =
  | { readonly kind: 'http'; readonly event: APIGatewayProxyEventV2 }
  | { readonly kind: 'authorizer'; readonly event: APIGatewayRequestAuthorizerEvent }
  | { readonly kind: 'socket'; readonly event: SocketEvent };

/** An event in the queue. */
export type Job = Event & {
  readonly id: string;
  /** The process that waits for the answer. */
  readonly replyTo: string;
};

/** The handler's result; `failed` where it threw, whose reason is in the worker's log. */
export type Outcome = { readonly result: unknown } | { readonly failed: true };
