import { frames } from '../../lib/app/frame-limit.ts';
import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { typing } from '../../lib/chat/typing.ts';
import { silentRoute } from '../../lib/edge/socket.ts';
import { Typing } from '../../lib/protocol/client-frames.ts';

/** typing, which nobody answers */
export const handler = silentRoute(frames, Typing, (frame, sender, { log, metrics }) =>
  typing({ ...store, push, clock, log, metrics }, sender, frame),
);
