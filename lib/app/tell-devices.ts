import type { Push } from '../chat/connection-ports.ts';
import { config } from '../config.ts';
import { postAtApiGateway } from '../push/post-at-api-gateway.ts';
import { chosenPush } from './chosen-push.ts';
import { sockets } from './sockets.ts';

/** For requests that tell devices of something now and then: in their bundles there is no room for the other way. */
export const tellDevices: Push = {
  close: sockets.close,
  post(connectionId, frame) {
    const post = chosenPush()?.post ?? postAtApiGateway(config.connectionsEndpoint, config.region);
    return post(connectionId, frame);
  },
};
