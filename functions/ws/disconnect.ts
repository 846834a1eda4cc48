import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { closeConnection } from '../../lib/chat/connecting.ts';
import { lifecycleRoute } from '../../lib/edge/socket.ts';

/** $disconnect; best effort on AWS, the lease ends what it misses */
export const handler = lifecycleRoute('DISCONNECT', (connection, { log, metrics }) =>
  closeConnection({ ...store, push, clock, log, metrics }, connection),
);
