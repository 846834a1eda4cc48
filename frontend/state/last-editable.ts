import type { Composing, State } from './model.ts';
import { isOpenToChange } from './open-to-change.ts';
import { shownMessages } from './shown-messages.ts';

/** The last message of mine that I can still give another text. */
export function lastEditable(state: State, name: string): Composing | undefined {
  const message = shownMessages(state, name).findLast(
    ({ mine, gone, seq, clientId }) =>
      mine && !gone && (seq !== undefined || isOpenToChange(state.outbox, clientId)),
  );
  if (!message) return undefined;
  const { seq, clientId, text } = message;
  return { about: 'edit', clientId, text, ...(seq !== undefined && { seq }) };
}
