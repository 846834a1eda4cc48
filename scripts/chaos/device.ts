import { createApi } from '../../frontend/net/api.ts';
import { NO_CONVERSATION, type State } from '../../frontend/state/model.ts';
import { shownMessages } from '../../frontend/state/shown-messages.ts';
import { createStore, type Store } from '../../frontend/state/store.ts';
import { type Chat, createChat } from '../../frontend/sync/chat.ts';
import type { ClientFrame } from '../../lib/protocol/client-frames.ts';
import type { ServerFrame } from '../../lib/protocol/server-frames.ts';
import { Disk } from '../../test/frontend/device.ts';
import { asShown } from '../simulate/check/shown.ts';
import type { History } from './history.ts';
import type { PageWires } from './lend-browser.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

/** Everybody's. */
export const PASSWORD = 'a password for the chaos';

/** A person's device, with a network of its own: the pages' own code but for the views, and what it keeps over a reload. */
export class Device implements PageWires {
  readonly name: string;
  readonly person: string;
  readonly network: TcpProxy;
  readonly #history: History;
  readonly #disk = new Disk();
  #store: Store = createStore();
  #chat: Chat;
  #pages = 0;
  #written = 0;
  /** The paths of all that it has asked for over HTTP. */
  readonly asked: string[] = [];

  private constructor(name: string, person: string, network: TcpProxy, history: History) {
    this.name = name;
    this.person = person;
    this.network = network;
    this.#history = history;
    this.#chat = this.#newPage();
  }

  /** @param port where the chat is */
  static async start(name: string, person: string, port: number, history: History): Promise<Device> {
    return new Device(name, person, await startTcpProxy(port), history);
  }

  /** Its alone: by this its cookies are its own, too. */
  get origin(): string {
    return `http://127.0.0.1:${this.network.port}`;
  }

  get page(): string {
    return `${this.name}-${this.#pages}`;
  }

  get chat(): Chat {
    return this.#chat;
  }

  get state(): State {
    return this.#store.state();
  }

  /** @throws Refused, NoAnswer */
  async register(): Promise<void> {
    await this.#chat.register({ name: this.person, password: PASSWORD });
  }

  /** @throws Refused, NoAnswer */
  async logIn(): Promise<void> {
    await this.#chat.logIn({ name: this.person, password: PASSWORD });
  }

  /** Opens the page anew, with no more than what the device has kept. */
  reload(): void {
    this.#chat.stop();
    this.#store = createStore();
    this.#chat = this.#newPage();
    this.#chat.start();
  }

  async stop(): Promise<void> {
    this.#chat.stop();
    await this.network.stop();
  }

  /** Writes something to somebody; it is to be found in the end. */
  write(to: string): void {
    this.#written += 1;
    const text = `${this.name} ${this.#written}`;
    this.#chat.send(to, text);
    const item = this.state.outbox.find((each) => each.kind === 'message' && each.text === text);
    if (!item) throw new Error(`What was written is not in the outbox: ${text}`);
    const { clientId } = item;
    const { page, person, name: tab } = this;
    this.#history.note({
      what: 'typed',
      ...{ clientId, text, tab, page, from: person, to, mayBeForgotten: false },
    });
  }

  /** The last number that is held of a conversation without a hole. */
  lastSeq(peer: string): number {
    return this.state.conversations.get(peer)?.entries.at(-1)?.seq ?? 0;
  }

  /** Whether it has kept what it knows of these people, and of what they have written, for when its page is closed. */
  async hasKept(names: readonly string[]): Promise<boolean> {
    const { people = [], conversations = [] } = (await this.#disk.copy.read()) ?? {};
    const kept = new Set(people.map(({ name }) => name));
    return names.every((name) => kept.has(name) && conversations.some((each) => each.with === name));
  }

  /** The first number that is held of it. */
  firstSeq(peer: string): number {
    return this.state.conversations.get(peer)?.entries[0]?.seq ?? 0;
  }

  get isLive(): boolean {
    const { session, connection, outbox } = this.state;
    return session.status === 'signed-in' && connection === 'live' && outbox.length === 0;
  }

  /** Calls back after every change, until the next reload. */
  onChange(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Notes what it shows of a conversation, for the checker. */
  noteShown(peer: string): void {
    const { entries } = this.state.conversations.get(peer) ?? NO_CONVERSATION;
    this.#history.note({
      what: 'shows',
      page: this.page,
      person: this.person,
      with: peer,
      first: entries[0]?.seq ?? 0,
      last: entries.at(-1)?.seq ?? 0,
      shown: shownMessages(this.state, peer).map(asShown),
    });
  }

  asks(path: string): void {
    this.asked.push(path);
  }

  sent(text: string): void {
    const frame = JSON.parse(text) as ClientFrame;
    const clientIds =
      frame.action === 'send-message'
        ? frame.messages.map(({ clientId }) => clientId)
        : 'clientId' in frame
          ? [frame.clientId]
          : [];
    if (clientIds.length > 0) this.#history.note({ what: 'sent', page: this.page, clientIds });
  }

  received(text: string): void {
    const frame = JSON.parse(text) as ServerFrame;
    if (frame.action !== 'stored') return;
    const { page, person } = this;
    this.#history.note({ what: 'answered', page, from: person, with: frame.with, stored: frame.stored });
  }

  #newPage(): Chat {
    this.#pages += 1;
    const { page } = this;
    const store = this.#store;
    let told: State['connection'] | undefined;
    store.subscribe(() => {
      const { connection } = store.state();
      if (connection !== told) this.#history.note({ what: 'connection', page, connection });
      told = connection;
    });
    return createChat({
      api: createApi(this.origin),
      store: this.#store,
      surroundings: { onWake: () => () => {}, onNetworkLost: () => () => {} },
      device: this.#disk,
      otherTabs: () => ({ announce: () => {} }),
      page: `${this.origin}/`,
    });
  }
}
