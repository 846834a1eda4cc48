import { frames } from '../../lib/app/frame-limit.ts';
import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { deleteMessage } from '../../lib/chat/delete-message.ts';
import { frameRoute } from '../../lib/edge/socket.ts';
import { DeleteMessage } from '../../lib/protocol/client-frames.ts';

/** delete-message → stored */
export const handler = frameRoute(frames, DeleteMessage, (frame, sender, { log, metrics }) =>
  deleteMessage({ ...store, push, clock, random, log, metrics }, sender, frame),
);
