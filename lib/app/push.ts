import type { Push } from '../chat/ports.ts';
import { config } from '../config.ts';
import { apiGatewayPush } from '../push/api-gateway.ts';

/** To the sockets that API Gateway, or serverless-offline, holds. */
export const push: Push = apiGatewayPush(config.connectionsEndpoint);
