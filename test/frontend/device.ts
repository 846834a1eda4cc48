import type { Surroundings } from '../../frontend/net/surroundings.ts';
import type { OutboxItem, State } from '../../frontend/state/model.ts';
import { type ShownMessage, shownMessages } from '../../frontend/state/shown-messages.ts';
import { createStore, type Store } from '../../frontend/state/store.ts';
import type { OutboxStore } from '../../frontend/store/outbox.ts';
import { type Chat, createChat } from '../../frontend/sync/chat.ts';
import type { MemoryServer } from './memory-server.ts';

/** Less than Jest's own bound, so that what was waited for is told. */
const LONGEST_WAIT_MS = 4_000;

/** What a device keeps when its page is reloaded. */
export class Disk implements OutboxStore {
  readonly items = new Map<string, OutboxItem>();
  isFull = false;

  all() {
    return [...this.items.values()];
  }
  put(item: OutboxItem) {
    if (!this.isFull) this.items.set(item.clientId, item);
    return !this.isFull;
  }
  delete(clientId: string) {
    this.items.delete(clientId);
  }
  clear() {
    this.items.clear();
  }
}

/** The page of somebody, without its views: what it knows, what it does, and how to wait for it. */
export class Device {
  readonly chat: Chat;
  readonly disk: Disk;
  readonly #store: Store = createStore();
  readonly #wake = new Set<() => void>();

  constructor(server: MemoryServer, name: string, disk = new Disk()) {
    this.disk = disk;
    const surroundings: Surroundings = {
      onWake: (listener) => {
        this.#wake.add(listener);
        return () => this.#wake.delete(listener);
      },
      onNetworkLost: () => () => {},
    };
    this.chat = createChat({
      api: server.apiOf(name),
      store: this.#store,
      surroundings,
      openOutbox: () => disk,
      otherTabs: () => ({ announce: () => {} }),
      page: server.page,
    });
    this.chat.start();
  }

  get state(): State {
    return this.#store.state();
  }

  /** What the browser says when the network is back: nothing waits any longer. */
  wake(): void {
    for (const listener of [...this.#wake]) listener();
  }

  /** Resolves as soon as the state is as asked for. */
  until(isSo: (state: State) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(timeout);
        stop();
        end();
      };
      const stop = this.#store.subscribe(() => isSo(this.state) && settle(resolve));
      const timeout = setTimeout(() => {
        settle(() => reject(new Error(`It never came to be that ${isSo}; it is ${describe(this.state)}`)));
      }, LONGEST_WAIT_MS);
      if (isSo(this.state)) settle(resolve);
    });
  }

  untilLive(): Promise<void> {
    return this.until(({ connection }) => connection === 'live');
  }

  messages(name: string): ShownMessage[] {
    return shownMessages(this.state, name);
  }

  /** Resolves when the conversation shows just these, all stored. */
  untilShown(name: string, texts: readonly string[]): Promise<void> {
    const wanted = texts.map((text) => `stored ${text}`).join('\n');
    return this.until(
      () =>
        this.messages(name)
          .map(({ state, text }) => `${state} ${text}`)
          .join('\n') === wanted,
    );
  }

  /** Resolves when nothing waits to be sent any more. */
  untilSent(): Promise<void> {
    return this.until(({ outbox }) => outbox.every(({ state }) => state === 'failed'));
  }
}

function describe({ session, connection, conversations, outbox }: State): string {
  return JSON.stringify({ session, connection, conversations: [...conversations], outbox }, undefined, 1);
}
