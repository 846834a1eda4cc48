import type { Push } from '../chat/connection-ports.ts';
import { config } from '../config.ts';
import { apiGatewayPush } from '../push/api-gateway.ts';
import { chosenPush } from './chosen-push.ts';
import { tracing } from './tracing.ts';

let apiGateway: Pick<Push, 'post'> | undefined;

const atApiGateway = () =>
  apiGatewayPush({ endpoint: config.connectionsEndpoint, region: config.region, tracing });

/** Goes to the sockets that API Gateway, or serverless-offline, holds; unless somebody else was chosen to hold them. */
export const push: Pick<Push, 'post'> = {
  post(connectionId, frame) {
    apiGateway ??= chosenPush() ?? atApiGateway();
    return apiGateway.post(connectionId, frame);
  },
};
