import { type ComponentType, createContext, useContext, useSyncExternalStore } from 'react';
import type { Store } from '../state/store.ts';
import type { Chat } from '../sync/chat.ts';

/** The chat, put together, and the pages of somebody signed in. */
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

/** Gets the chat's code when somebody asks for it, and starts the chat once. All throw `PartMissing`. */
export interface ChatLoader {
  /** Only gets it, so that it is there when it is needed. */
  prepare(): Promise<void>;
  /** Finds out who is signed in, and goes on from there. */
  start(): Promise<void>;
  /** Logs in by one of the chat's own ways, which starts it as well. */
  logIn(how: (chat: Chat) => Promise<void>): Promise<void>;
  /** What is there by now. */
  current(): ChatParts | undefined;
  subscribe(listener: () => void): () => void;
}

export function createChatLoader(get: () => Promise<ChatParts>): ChatLoader {
  let parts: ChatParts | undefined;
  let loading: Promise<ChatParts> | undefined;
  let isStarted = false;
  const listeners = new Set<() => void>();

  const load = () => {
    loading ??= get().then(
      (got) => {
        parts = got;
        for (const listener of [...listeners]) listener();
        return got;
      },
      (cause) => {
        loading = undefined;
        throw new PartMissing({ cause });
      },
    );
    return loading;
  };

  return {
    async prepare() {
      await load();
    },
    async start() {
      const { chat } = await load();
      if (!isStarted) chat.start();
      isStarted = true;
    },
    async logIn(how) {
      const { chat } = await load();
      await how(chat);
      isStarted = true;
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
