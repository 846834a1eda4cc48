import { frames } from '../../lib/app/frame-limit.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { watch } from '../../lib/chat/presence.ts';
import { frameRoute } from '../../lib/edge/socket.ts';
import { Watch } from '../../lib/protocol/client-frames.ts';

/** watch → presence */
export const handler = frameRoute(frames, Watch, (frame, watcher) =>
  watch({ ...store, clock }, watcher, frame),
);
