import { frames } from '../../lib/app/frame-limit.ts';
import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { mark } from '../../lib/chat/mark.ts';
import { frameRoute } from '../../lib/edge/socket.ts';
import { Mark } from '../../lib/protocol/client-frames.ts';

/** mark → marked */
export const handler = frameRoute(frames, Mark, (frame, sender, { log, metrics }) =>
  mark({ ...store, push, clock, log, metrics }, sender, frame),
);
