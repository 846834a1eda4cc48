import { type FrameLimit, frameLimit } from '../chat/frame-limit.ts';
import { store } from './store.ts';
import { clock } from './system.ts';
import { throttleLimits } from './throttle-limits.ts';

/** How fast each person's frames may come, counted for all that this process handles. */
export const frames: FrameLimit = frameLimit({ ...store, throttleLimits, clock });
