import { randomUUID } from 'node:crypto';
import type { Bootstrap, ConversationsPage, SocketTicket } from '../../lib/protocol/rest.ts';
import type { ServerFrame, Stored } from '../../lib/protocol/server-frames.ts';
import type { Person, Socket } from '../../test/functions/person.ts';

/** A text as long as most are. */
const TEXT = 'I have thought about it, and I would rather go on Thursday.';

/** A page of somebody's, which asks for what the pages ask for. */
export class Device {
  readonly #person: Person;
  #socket: Socket | undefined;

  constructor(person: Person) {
    this.#person = person;
  }

  get name(): string {
    return this.#person.name;
  }

  /** A page that is loaded: the bootstrap, a socket, and what came while it opened. */
  async open(): Promise<void> {
    await this.connect((await this.bootstrap()).socket);
  }

  async bootstrap(): Promise<Bootstrap> {
    return (await this.#person.get('/api/bootstrap')).body as Bootstrap;
  }

  searchPeople = (prefix: string) => this.#person.get('/api/people', { prefix });
  olderEntries = (name: string, before: number) =>
    this.#person.get('/api/entries', { with: name, before: `${before}` });

  /** A ticket, if there is none yet, the socket, its first ping, and the lists that are asked for twice: PROTOCOL.md, "Staying up to date". */
  async connect(ticket?: SocketTicket): Promise<void> {
    this.#socket = await this.#person.openSocket(ticket);
    await this.ping();
    for (let i = 0; i < 2; i += 1) await this.conversations();
  }

  async lose(): Promise<void> {
    await this.#socketOrFail().close();
    this.#socket = undefined;
  }

  async conversations(): Promise<ConversationsPage> {
    return (await this.#person.get('/api/conversations')).body as ConversationsPage;
  }

  ping = () => this.#ask({ action: 'ping' });
  watch = (name: string | null) => this.#ask({ action: 'watch', with: name });
  mark = (name: string, marks: { received?: number; read?: number }) =>
    this.#ask({ action: 'mark', with: name, ...marks });
  type = (to: string) => this.#socketOrFail().sendIgnoring({ action: 'typing', to });

  /** As the pages do for somebody who answers a request. */
  accept = (name: string) => this.#ask({ action: 'change-side', with: name, accepted: true });

  /** @returns the number of the entry */
  async write(to: string, after: number): Promise<number> {
    const messages = [{ clientId: randomUUID(), text: TEXT }];
    const { stored } = (await this.#ask({ action: 'send-message', to, after, messages })) as Stored;
    return stored[0]?.seq ?? 0;
  }

  edit = (name: string, after: number, target: number) =>
    this.#about('edit-message', name, after, target, { text: TEXT });
  react = (name: string, after: number, target: number) =>
    this.#about('react', name, after, target, { emoji: '👍' });
  remove = (name: string, after: number, target: number) =>
    this.#about('delete-message', name, after, target);

  #about(action: string, name: string, after: number, target: number, rest: object = {}) {
    return this.#ask({ action, with: name, after, target, clientId: randomUUID(), ...rest });
  }

  async #ask(frame: object): Promise<ServerFrame> {
    const answer = await this.#socketOrFail().send({ id: randomUUID(), ...frame });
    if (answer.action === 'error') throw new Error(`${answer.code}: ${answer.message}`);
    return answer;
  }

  #socketOrFail(): Socket {
    if (!this.#socket) throw new Error(`${this.name} has no socket.`);
    return this.#socket;
  }
}
