import { DEFAULT_THROTTLE_LIMITS } from '../chat/throttle-limits.ts';
import type { ThrottleLimits } from '../chat/throttle-ports.ts';
import { config } from '../config.ts';

/** How much is let through here. */
export const throttleLimits: ThrottleLimits = { ...DEFAULT_THROTTLE_LIMITS, ...config.limits };
