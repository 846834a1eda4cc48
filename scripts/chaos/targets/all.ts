import { catchUp } from './catch-up.ts';
import { hungPush } from './hung-push.ts';
import { kills } from './kills.ts';
import { resends } from './resends.ts';
import { saturation } from './saturation.ts';
import { socketCuts } from './socket-cuts.ts';
import type { Target } from './target.ts';

/** In the order in which docs/delivery.md has them. */
export const TARGETS: readonly Target[] = [socketCuts, resends, saturation, hungPush, catchUp, kills];
