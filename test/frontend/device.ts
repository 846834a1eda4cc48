import type { Surroundings } from '../../frontend/net/surroundings.ts';
import type { Composing, OutboxItem, State } from '../../frontend/state/model.ts';
import { type ShownMessage, shownMessages } from '../../frontend/state/shown-messages.ts';
import type { Wish } from '../../frontend/state/sides.ts';
import { createStore, type Store } from '../../frontend/state/store.ts';
import type { Device as KeptDevice, KeptFor } from '../../frontend/store/device.ts';
import { type Items, noItems } from '../../frontend/store/items.ts';
import { NO_COPY } from '../../frontend/store/local-copy.ts';
import { type Chat, type ChatOptions, createChat } from '../../frontend/sync/chat.ts';
import { memoryCopy } from './memory-copy.ts';
import type { MemoryServer } from './memory-server.ts';

/** Less than Jest's own bound, so that what was waited for is told. */
const LONGEST_WAIT_MS = 4_000;

/** What a device keeps when its page is reloaded. */
export class Disk implements KeptDevice {
  person: string | undefined;
  isFull = false;
  readonly outbox = new Map<string, OutboxItem>();
  readonly wishes = new Map<string, Wish>();
  readonly drafts = new Map<string, string>();
  readonly composing = new Map<string, Composing>();
  copy = memoryCopy();

  /** What was not sent. */
  all(): OutboxItem[] {
    return [...this.outbox.values()];
  }

  whoIsSignedIn() {
    return this.person;
  }
  of(): KeptFor {
    return {
      outbox: this.#items(this.outbox),
      wishes: this.#items(this.wishes),
      drafts: this.#items(this.drafts),
      composing: this.#items(this.composing),
      copy: this.copy,
    };
  }
  ofNobody(): KeptFor {
    return {
      outbox: noItems(),
      wishes: noItems(),
      drafts: noItems(),
      composing: noItems(),
      copy: NO_COPY,
    };
  }
  async signedIn(person: string) {
    this.person = person;
  }
  async wipe({ keepsUnsent }: { keepsUnsent: boolean }) {
    this.person = undefined;
    for (const begun of [this.drafts, this.composing]) begun.clear();
    if (!keepsUnsent) for (const unsent of [this.outbox, this.wishes]) unsent.clear();
    this.copy = memoryCopy();
  }
  askToPersist() {}

  #items<Value>(kept: Map<string, Value>): Items<Value> {
    return {
      has: (key) => kept.has(key),
      all: () => [...kept],
      put: (key, value) => {
        if (!this.isFull) kept.set(key, value);
        return !this.isFull;
      },
      delete: (key) => kept.delete(key),
      clear: () => kept.clear(),
    };
  }
}

/** The page of somebody, without its views, until its server closes: what it knows, what it does, and how to wait for it. */
export class Device {
  readonly chat: Chat;
  readonly disk: Disk;
  readonly #store: Store = createStore();
  readonly #wake = new Set<() => void>();

  constructor(
    server: MemoryServer,
    name: string,
    disk = new Disk(),
    options: Pick<ChatOptions, 'handOverAfterMs'> = {},
  ) {
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
      device: disk,
      otherTabs: () => ({ announce: () => {} }),
      page: server.page,
      ...options,
    });
    server.devices.push(this);
    this.chat.start();
  }

  /** A page of somebody that is connected. */
  static async live(...opened: ConstructorParameters<typeof Device>): Promise<Device> {
    const device = new Device(...opened);
    await device.untilLive();
    return device;
  }

  /** A page of somebody that is connected, open on the conversation with somebody else. */
  static async openOn(other: string, ...opened: ConstructorParameters<typeof Device>): Promise<Device> {
    const device = await Device.live(...opened);
    device.chat.open(other);
    await device.until(({ conversations }) => conversations.get(other)?.loaded === true);
    return device;
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
