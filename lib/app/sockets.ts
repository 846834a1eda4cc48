import type { Push } from '../chat/connection-ports.ts';
import { config } from '../config.ts';
import { closeAtApiGateway } from '../push/close-api-gateway.ts';
import { chosenPush } from './chosen-push.ts';
import { tracing } from './tracing.ts';

const atApiGateway = () =>
  closeAtApiGateway({ endpoint: config.connectionsEndpoint, region: config.region, tracing });

/** For those who close sockets, which another right allows than posting to them. */
export const sockets: Pick<Push, 'close'> = {
  close(connectionId) {
    const close = chosenPush()?.close ?? atApiGateway();
    return close(connectionId);
  },
};
