import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { config } from '../../lib/config.ts';
import { socketAuthorizer } from '../../lib/edge/socket-authorizer.ts';

/** Runs before $connect: who may open a socket, and as whom */
export const handler = socketAuthorizer({ ...store, clock }, config);
