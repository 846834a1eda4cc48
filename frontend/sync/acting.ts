import {
  type Composing,
  NO_CONVERSATION,
  NOT_PLACED,
  type UnsentAct,
  type UnsentMessage,
} from '../state/model.ts';
import { nextTypedAt } from '../state/outbox.ts';
import { lastSeq } from '../state/run.ts';
import type { Store } from '../state/store.ts';
import type { Device } from '../store/device.ts';

export type HowSent = Pick<UnsentMessage, 'replyTo' | 'forwarded'>;

/** Everything that goes to a conversation's log. It goes into the outbox, and from there by itself. */
export interface Acting {
  send(name: string, text: string, how?: HowSent): void;
  /** Puts another text in place of a message's. Refused, like the others here, it is as if it had not been done. */
  edit(name: string, seq: number, text: string): void;
  deleteForBoth(name: string, seq: number): void;
  /** Null takes away the reaction that I had. */
  react(name: string, seq: number, emoji: string | null): void;
  /** Puts another text in place of that of a message that was not sent yet, or was refused; then it is sent again. */
  rewrite(clientId: string, text: string): void;
  /** Answers or edits a message in a conversation's field; null ends that. */
  compose(name: string, composing: Composing | null): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
}

type WithoutPlace<Item> = Item extends unknown
  ? Omit<Item, 'clientId' | 'to' | 'after' | 'typedAt' | 'state'>
  : never;

export function createActing(store: Store, device: Pick<Device, 'askToPersist'>): Acting {
  const put = (name: string, what: WithoutPlace<UnsentMessage | UnsentAct>) => {
    const { conversations, outbox } = store.state();
    const conversation = conversations.get(name) ?? NO_CONVERSATION;
    const item = {
      ...what,
      clientId: crypto.randomUUID(),
      to: name,
      after: conversation.loaded ? lastSeq(conversation) : NOT_PLACED,
      typedAt: nextTypedAt(outbox, Date.now()),
      state: 'waiting' as const,
    };
    store.dispatch({ type: 'message-typed', item });
    if (!store.state().sharedComputer) device.askToPersist();
  };

  return {
    send(name, text, how = {}) {
      put(name, { kind: 'message', text: sendable(text), ...how });
      // What is forwarded was not written there, where something else may be.
      if (!how.forwarded) store.dispatch({ type: 'draft-changed', with: name, text: '' });
    },
    edit: (name, target, text) => put(name, { kind: 'edit', target, text: sendable(text) }),
    deleteForBoth: (name, target) => put(name, { kind: 'deletion', target }),
    react: (name, target, emoji) => put(name, { kind: 'reaction', target, emoji }),
    rewrite: (clientId, text) =>
      store.dispatch({ type: 'message-rewritten', clientId, text: sendable(text) }),
    compose: (name, composing) => store.dispatch({ type: 'composing-changed', with: name, composing }),
    retry: (clientId) => store.dispatch({ type: 'message-retried', clientId }),
    discard: (clientId) => store.dispatch({ type: 'message-discarded', clientId }),
  };
}

/** Half of a surrogate pair, which an odd keyboard may leave behind, has no form on the wire. */
function sendable(text: string): string {
  return text.toWellFormed();
}
