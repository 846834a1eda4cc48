import type { Push } from '../chat/connection-ports.ts';
import { config } from '../config.ts';
import { postAtApiGateway } from '../push/post-at-api-gateway.ts';
import { chosenPush } from './chosen-push.ts';
import { sockets } from './sockets.ts';

const atApiGateway = () => postAtApiGateway({ endpoint: config.connectionsEndpoint, region: config.region });

/** For requests that tell devices of something now and then: in their bundles there is no room for the other way. */
export const tellDevices: Push = {
  close: sockets.close,
  post(connectionId, frame) {
    const post = chosenPush()?.post ?? atApiGateway();
    return post(connectionId, frame);
  },
};
