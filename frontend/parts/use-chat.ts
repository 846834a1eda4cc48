import { createContext, useContext, useSyncExternalStore } from 'react';
import type { State } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import type { Chat } from '../sync/chat.ts';

interface Provided {
  readonly store: Store;
  readonly chat: Chat;
}

/** What all components stand on: what is known, and what can be done. */
export const ChatContext = createContext<Provided | null>(null);

/** What the person can do. */
export function useChat(): Chat {
  return useProvided().chat;
}

/**
 * A part of what is known; renders again when that part changes.
 * @param select takes a part as it is: what is made anew on each call would render without end
 */
export function useKnown<Part>(select: (state: State) => Part): Part {
  const { store } = useProvided();
  return useSyncExternalStore(store.subscribe, () => select(store.state()));
}

/** What is known at the moment, for what happens on a key or a click: renders nothing again. */
export function useStateNow(): () => State {
  return useProvided().store.state;
}

function useProvided(): Provided {
  const provided = useContext(ChatContext);
  if (!provided) throw new Error('There is no ChatContext around this component.');
  return provided;
}
