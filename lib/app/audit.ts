import type { Chat } from '../chat/ports.ts';
import type { Invocation } from '../edge/invocation.ts';
import { accountStore } from './account-store.ts';

/** What a use case needs to write down what it has done: it is in the invocation's line of the log as well. */
export function auditing({ caller, audited }: Invocation): Pick<Chat, 'audit' | 'caller'> {
  return {
    caller,
    audit: {
      async record(record) {
        await accountStore.audit.record(record);
        audited(record.event);
      },
    },
  };
}
