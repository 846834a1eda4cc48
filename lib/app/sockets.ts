import type { Push } from '../chat/connection-ports.ts';
import { config } from '../config.ts';
import { closeAtApiGateway } from '../push/close-api-gateway.ts';
import { chosenPush } from './chosen-push.ts';

const atApiGateway = () => closeAtApiGateway({ endpoint: config.connectionsEndpoint, region: config.region });

/** For those who close sockets and post nothing: apart from posting, for which the bundle would be larger. */
export const sockets: Pick<Push, 'close'> = {
  close(connectionId) {
    const close = chosenPush()?.close ?? atApiGateway();
    return close(connectionId);
  },
};
