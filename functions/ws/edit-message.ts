import { frames } from '../../lib/app/frame-limit.ts';
import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { editMessage } from '../../lib/chat/edit-message.ts';
import { frameRoute } from '../../lib/edge/socket.ts';
import { EditMessage } from '../../lib/protocol/client-frames.ts';

/** edit-message → stored */
export const handler = frameRoute(frames, EditMessage, (frame, sender, { log, metrics }) =>
  editMessage({ ...store, push, clock, random, log, metrics }, sender, frame),
);
