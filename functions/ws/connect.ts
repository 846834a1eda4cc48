import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { throttleLimits } from '../../lib/app/throttle-limits.ts';
import { openConnection } from '../../lib/chat/connecting.ts';
import { lifecycleRoute } from '../../lib/edge/socket.ts';
import { PROTOCOL } from '../../lib/protocol/socket.ts';

/** $connect; a browser ends a socket whose server does not select one of the offered sub-protocols */
export const handler = lifecycleRoute(
  'CONNECT',
  (connection, { log, metrics }) =>
    openConnection({ ...store, throttleLimits, push, clock, log, metrics }, connection),
  { 'Sec-WebSocket-Protocol': PROTOCOL },
);
