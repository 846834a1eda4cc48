import type { PushOutcome } from '../../lib/chat/connection-ports.ts';
import type { Notifier } from '../../lib/chat/notification-ports.ts';
import type { PushMessage } from '../../lib/protocol/push-message.ts';

export interface Notified {
  readonly endpoint: string;
  readonly message: PushMessage;
  readonly topic: string;
}

/** A notifier that keeps what it is given. */
export interface RecordedNotifier extends Notifier {
  readonly notified: Notified[];
  /** Of endpoints for which it is not `delivered`. */
  readonly outcomes: Map<string, PushOutcome>;
}

export function recordedNotifier(): RecordedNotifier {
  const notified: Notified[] = [];
  const outcomes = new Map<string, PushOutcome>();
  return {
    notified,
    outcomes,
    async notify({ endpoint }, message, topic) {
      notified.push({ endpoint, message, topic });
      return outcomes.get(endpoint) ?? 'delivered';
    },
  };
}
