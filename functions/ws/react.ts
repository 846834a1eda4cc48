import { frames } from '../../lib/app/frame-limit.ts';
import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { react } from '../../lib/chat/react.ts';
import { frameRoute } from '../../lib/edge/socket.ts';
import { React } from '../../lib/protocol/client-frames.ts';

/** react → stored */
export const handler = frameRoute(frames, React, (frame, sender, { log, metrics }) =>
  react({ ...store, push, clock, random, log, metrics }, sender, frame),
);
