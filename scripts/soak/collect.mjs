import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Loaded into each process of a chat that is soaked: collects what is not used any more at regular times. Left to itself, V8
 * does so after minutes or hours, when the heap is three times what is in use, which until then looks like a leak.
 */

const COLLECT_EVERY_MS = 15_000;

setFlagsFromString('--expose-gc');
setInterval(runInNewContext('gc'), COLLECT_EVERY_MS).unref();
