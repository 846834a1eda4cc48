import { type ComponentType, createContext, useContext, useSyncExternalStore } from 'react';
import type { Store } from '../state/store.ts';
import type { Chat } from '../sync/chat.ts';

/** The chat, put together and started, and the pages of somebody signed in. */
export interface ChatParts {
  readonly store: Store;
  readonly chat: Chat;
  readonly SignedIn: ComponentType;
}

/** The code of the chat did not come: no network, or it was replaced by a newer one. */
export class PartMissing extends Error {
  constructor(options: ErrorOptions) {
    super('A part of the page could not be loaded.', options);
    this.name = 'PartMissing';
  }
}

/** Gets the chat's code once, when somebody asks for it. */
export interface ChatLoader {
  /** @throws PartMissing; then the next call tries again */
  load(): Promise<ChatParts>;
  /** What is loaded by now. */
  current(): ChatParts | undefined;
  subscribe(listener: () => void): () => void;
}

export function createChatLoader(get: () => Promise<ChatParts>): ChatLoader {
  let parts: ChatParts | undefined;
  let loading: Promise<ChatParts> | undefined;
  const listeners = new Set<() => void>();

  const load = async () => {
    try {
      parts = await get();
    } catch (cause) {
      loading = undefined;
      throw new PartMissing({ cause });
    }
    for (const listener of [...listeners]) listener();
    return parts;
  };

  return {
    load() {
      loading ??= load();
      return loading;
    },
    current: () => parts,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const ChatLoaderContext = createContext<ChatLoader | null>(null);

export function useChatLoader(): ChatLoader {
  const loader = useContext(ChatLoaderContext);
  if (!loader) throw new Error('There is no ChatLoaderContext around this component.');
  return loader;
}

/** The chat, as soon as its code is there. */
export function useLoadedChat(): ChatParts | undefined {
  const { subscribe, current } = useChatLoader();
  return useSyncExternalStore(subscribe, current);
}
