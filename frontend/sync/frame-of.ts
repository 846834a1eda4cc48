import type { Question } from '../net/socket.ts';
import type { OutboxItem, UnsentAct, UnsentMessage } from '../state/model.ts';

type Appending = Extract<Question, { action: 'send-message' | 'edit-message' | 'delete-message' | 'react' }>;

/** The frame that carries messages to somebody, or one thing that is done to a message. */
export function frameOf(name: string, batch: readonly OutboxItem[]): Appending {
  const [first] = batch;
  if (first && first.kind !== 'message') return frameOfAct(first);
  const messages = batch.filter((item) => item.kind === 'message').map(onTheWire);
  return { action: 'send-message', to: name, after: firstAfter(batch), messages };
}

/** The least of what was held when these were done: everything that may be theirs lies behind it. */
export function firstAfter(batch: readonly OutboxItem[]): number {
  return Math.min(...batch.map(({ after }) => after));
}

/** A message as a frame has it. */
export function onTheWire({ clientId, text, replyTo, forwarded }: UnsentMessage) {
  return { clientId, text, ...(replyTo !== undefined && { replyTo }), ...(forwarded && { forwarded }) };
}

function frameOfAct(act: UnsentAct): Appending {
  const about = { with: act.to, after: act.after, clientId: act.clientId, target: act.target };
  switch (act.kind) {
    case 'edit':
      return { action: 'edit-message', ...about, text: act.text };
    case 'deletion':
      return { action: 'delete-message', ...about };
    case 'reaction':
      return { action: 'react', ...about, emoji: act.emoji };
  }
}
