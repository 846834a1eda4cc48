import { frames } from '../../lib/app/frame-limit.ts';
import { notifier } from '../../lib/app/notifier.ts';
import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { throttleLimits } from '../../lib/app/throttle-limits.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import { frameRoute } from '../../lib/edge/socket.ts';
import { SendMessage } from '../../lib/protocol/client-frames.ts';

/** send-message → stored */
export const handler = frameRoute(frames, SendMessage, (frame, sender, { log, metrics }) =>
  sendMessage({ ...store, throttleLimits, push, notifier, clock, random, log, metrics }, sender, frame),
);
