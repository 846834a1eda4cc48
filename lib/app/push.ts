import type { Push } from '../chat/connection-ports.ts';
import { config } from '../config.ts';
import { apiGatewayPush } from '../push/api-gateway.ts';
import { tracing } from './tracing.ts';

let chosen: Push | undefined;

/** Goes to the sockets that API Gateway, or serverless-offline, holds; unless somebody else was chosen to hold them. */
export const push: Push = {
  post(connectionId, frame) {
    chosen ??= apiGatewayPush(config.connectionsEndpoint, tracing);
    return chosen.post(connectionId, frame);
  },
};

/** Says who holds the sockets of this process, before the first push. */
export function choosePush(other: Push): void {
  chosen = other;
}
