import type { PushedFrame } from '../protocol/server-frames.ts';
import type { PushOutcome } from './connection-ports.ts';
import { forgetConnection } from './forget-connection.ts';
import type { Chat, Metric } from './ports.ts';

const COUNTED_AS: Readonly<Record<PushOutcome, Metric>> = {
  delivered: 'PushesDelivered',
  gone: 'PushesGone',
  failed: 'PushesFailed',
};

/** A frame for one connection of a person. */
export interface Pushed {
  readonly person: string;
  readonly connectionId: string;
  readonly frame: PushedFrame;
}

/**
 * Pushes each frame to its connection.
 *
 * Ends when every connection has answered or was given up on; nobody's trouble is another's, nor that of whoever does
 * this. A connection that is gone is forgotten.
 * @param onDelivered is called for each that has arrived, as soon as it has
 */
export async function pushFrames(
  {
    push,
    connections,
    watches,
    log,
    metrics,
  }: Pick<Chat, 'connections' | 'watches' | 'log' | 'metrics'> & {
    readonly push: Pick<Chat['push'], 'post'>;
  },
  frames: readonly Pushed[],
  onDelivered: (pushed: Pushed) => void = () => {},
): Promise<void> {
  const pushes = frames.map(async (pushed) => {
    const { person, connectionId, frame } = pushed;
    const outcome = await push.post(connectionId, frame);
    metrics.add(COUNTED_AS[outcome], 1);
    if (outcome === 'delivered') onDelivered(pushed);
    if (outcome === 'failed') log.warn('push failed', { person, connectionId });
    if (outcome === 'gone') await forgetConnection({ connections, watches }, pushed);
  });
  for (const result of await Promise.allSettled(pushes)) {
    if (result.status === 'rejected')
      log.warn('gone connection not forgotten', { reason: String(result.reason) });
  }
}
