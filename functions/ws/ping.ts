import { frames } from '../../lib/app/frame-limit.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { ping } from '../../lib/chat/ping.ts';
import { frameRoute } from '../../lib/edge/socket.ts';
import { Ping } from '../../lib/protocol/client-frames.ts';

/** ping → pong, and a new lease */
export const handler = frameRoute(frames, Ping, (frame, sender) => ping({ ...store, clock }, sender, frame));
