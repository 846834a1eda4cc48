import type { Chat } from '../chat/ports.ts';
import type { Invocation } from '../edge/invocation.ts';
import { store } from './store.ts';

/** What an invocation has of its own, with a place to write down what it has done, which is in its line of the log as well. */
export function auditing(invocation: Invocation): Pick<Chat, 'audit' | 'caller' | 'log' | 'metrics'> {
  const { caller, log, metrics, audited } = invocation;
  return {
    caller,
    log,
    metrics,
    audit: {
      async record(record) {
        await store.audit.record(record);
        audited(record.event);
      },
    },
  };
}
