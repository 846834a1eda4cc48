import type { PushMessage } from '../../lib/protocol/push-message.ts';

/** Of what does not say from whom it is. */
const HIDDEN_TAG = 'hidden';

/** By which a newer notification replaces an older one: one for each conversation. */
export function tagOf(message: PushMessage): string {
  return message.kind === 'message' ? tagOfConversation(message.with) : HIDDEN_TAG;
}

export function tagOfConversation(name: string): string {
  return `with/${name}`;
}

/** Whether it may be about this conversation. */
export function isAbout(tag: string, name: string): boolean {
  return tag === tagOfConversation(name) || tag === HIDDEN_TAG;
}
