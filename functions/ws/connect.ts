import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { holdConnection } from '../../lib/chat/connecting.ts';
import { lifecycleRoute } from '../../lib/edge/socket.ts';
import { PROTOCOL } from '../../lib/protocol/socket.ts';

/** $connect; a browser ends a socket whose server does not select one of the offered sub-protocols */
export const handler = lifecycleRoute(
  'CONNECT',
  (connection) => holdConnection({ ...store, clock }, connection),
  { 'Sec-WebSocket-Protocol': PROTOCOL },
);
