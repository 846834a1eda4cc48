import { store } from '../../lib/app/store.ts';
import { forgetConnection } from '../../lib/chat/connecting.ts';
import { lifecycleRoute } from '../../lib/edge/socket.ts';

/** $disconnect; best effort on AWS, the lease ends what it misses */
export const handler = lifecycleRoute('DISCONNECT', (connection) => forgetConnection(store, connection));
