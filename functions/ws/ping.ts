import { frames } from '../../lib/app/frame-limit.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { holdConnection } from '../../lib/chat/connecting.ts';
import { frameRoute } from '../../lib/edge/socket.ts';
import { Ping } from '../../lib/protocol/client-frames.ts';

/** ping → pong, and a new lease */
export const handler = frameRoute(frames, Ping, async ({ id }, connection) => {
  const { preferences } = await holdConnection({ ...store, clock }, connection);
  return { action: 'pong', id, at: clock.now(), preferences };
});
