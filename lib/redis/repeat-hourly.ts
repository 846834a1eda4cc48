import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import type { Routes } from './invoke.ts';

const HOUR_MS = 60 * 60_000;

/**
 * Does every hour what EventBridge has Lambda do: on each worker, since it does no harm to do it several times, and none
 * of them is there for sure. What fails has written so itself, and is done again an hour later.
 * @returns ends it
 */
export function repeatHourly(hourly: Routes['hourly'], everyMs = HOUR_MS): () => void {
  const timer = setInterval(() => {
    for (const handler of Object.values(hourly)) {
      handler({} as never, { awsRequestId: randomUUID() } as Context).catch(() => {});
    }
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
