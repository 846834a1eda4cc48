import { frames } from '../../lib/app/frame-limit.ts';
import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { changePreferences } from '../../lib/chat/preferences.ts';
import { frameRoute } from '../../lib/edge/socket.ts';
import { ChangePreferences } from '../../lib/protocol/client-frames.ts';

/** change-preferences → preferences-changed */
export const handler = frameRoute(frames, ChangePreferences, (frame, sender, { log, metrics }) =>
  changePreferences({ ...store, push, clock, log, metrics }, sender, frame),
);
