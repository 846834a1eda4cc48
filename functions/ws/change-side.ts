import { frames } from '../../lib/app/frame-limit.ts';
import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { changeSide } from '../../lib/chat/change-side.ts';
import { frameRoute } from '../../lib/edge/socket.ts';
import { ChangeSide } from '../../lib/protocol/client-frames.ts';

/** change-side → side-changed */
export const handler = frameRoute(frames, ChangeSide, (frame, sender, { log, metrics }) =>
  changeSide({ ...store, push, clock, log, metrics }, sender, frame),
);
