import { randomBytes, randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Api } from '../../frontend/net/api.ts';
import { NoAnswer, Refused } from '../../frontend/net/errors.ts';
import type { Session } from '../../lib/chat/account-ports.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { logOut } from '../../lib/chat/accounts/log-out.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { requireSession } from '../../lib/chat/accounts/sessions.ts';
import { bootstrap } from '../../lib/chat/bootstrap.ts';
import { closeConnection, issueTicket, openConnection, redeemTicket } from '../../lib/chat/connecting.ts';
import type { ConnectionIdentity } from '../../lib/chat/connection-ports.ts';
import type { Chat } from '../../lib/chat/ports.ts';
import { listConversations, listPeople, readEntries } from '../../lib/chat/reading.ts';
import { Refusal } from '../../lib/chat/refusal.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import { DEFAULT_THROTTLE_LIMITS } from '../../lib/chat/throttle-limits.ts';
import { webAuthn } from '../../lib/passkeys/webauthn.ts';
import type { ClientFrame, Ping, SendMessage, Typing } from '../../lib/protocol/client-frames.ts';
import type { ServerFrame } from '../../lib/protocol/server-frames.ts';
import { PROTOCOL, TICKET_PREFIX } from '../../lib/protocol/socket.ts';
import { type MemoryPush, memoryPush } from '../../lib/push/memory.ts';
import { memoryStore } from '../../lib/store/memory/store.ts';
import { answerTo, bodyOf } from '../../scripts/simulate/use-cases.ts';
import { fastPasswords } from '../support/fast-passwords.ts';
import { oneTimeCodes } from '../support/one-time-codes.ts';
import { HERE } from '../support/sessions.ts';
import type { Device } from './device.ts';

/** Frames that are neither messages nor about the connection itself. */
export type OtherFrame = Exclude<ClientFrame, SendMessage | Ping | Typing>;

/** What may go wrong with a frame, with messages unless said otherwise. */
export interface Faults {
  /** Before anything is stored: `cut` ends the socket; a Refusal is answered. */
  before?: (frame: SendMessage) => 'cut' | Refusal | undefined;
  /** When everything is stored and pushed, but not answered yet. */
  after?: (frame: SendMessage) => 'cut' | undefined;
  /** The same of the other frames. */
  beforeOther?: (frame: OtherFrame) => 'cut' | Refusal | undefined;
  afterOther?: (frame: OtherFrame) => 'cut' | undefined;
  /** What a request for a ticket is refused with. */
  ticket?: () => Refusal | undefined;
  /** Whether a push to this person is lost on its way. */
  losesPush?: (person: string) => boolean;
}

type Ports = Chat & { readonly push: MemoryPush };

/**
 * The chat's own use cases behind real sockets, on memory, so that a test can see what the client makes of a server
 * that fails in ways of the test's choice.
 */
export class MemoryServer {
  faults: Faults = {};
  /** How many sockets have been opened. */
  opened = 0;
  /** Whether requests are answered at all. */
  isUp = true;
  /** Whether the log-in said that others use the computer. */
  isOnSharedComputer = false;
  /** Every frame with messages that came, in order. */
  readonly sent: SendMessage[] = [];
  /** Every other frame but pings that came, in order. */
  readonly others: (OtherFrame | Typing)[] = [];
  /** The pages that were opened with it. */
  readonly devices: Device[] = [];
  ports: Ports = memoryPorts();
  readonly #closings = new EventEmitter();
  readonly #sockets: WebSocketServer;
  readonly #sessions = new Map<string, Session>();

  private constructor(sockets: WebSocketServer) {
    this.#sockets = sockets;
    sockets.on('connection', (socket, { headers }) => {
      this.opened += 1;
      socket.once('close', () => this.#closings.emit('close'));
      void this.#serve(socket, headers['sec-websocket-protocol'] ?? '');
    });
  }

  static async start(): Promise<MemoryServer> {
    const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => PROTOCOL });
    await once(sockets, 'listening');
    return new MemoryServer(sockets);
  }

  /** The address that a page of it would have. */
  get page(): string {
    return `http://127.0.0.1:${(this.#sockets.address() as AddressInfo).port}/`;
  }

  async signUp(name: string, displayName = name): Promise<void> {
    const { session } = await register(this.ports, { name, displayName, password: 'correct horse' }, HERE);
    this.#sessions.set(name, session);
  }

  /** Forgets everything that was written and everybody but those with accounts, as a reset of the data does. */
  async forgetMessages(): Promise<void> {
    const { people, sessions, connections, push } = this.ports;
    this.ports = { ...memoryPorts(), people, sessions, connections, push };
  }

  /** Stores messages as if a device of `from` had sent them. */
  async store(from: string, to: string, texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      const { entries } = await readEntries(this.ports, from, { with: to });
      const message = { clientId: randomUUID(), text };
      const identity = { connectionId: 'another device', person: from, session: 'another' };
      const after = entries.at(-1)?.seq ?? 0;
      await sendMessage(this.ports, identity, {
        action: 'send-message',
        id: 'f',
        to,
        after,
        messages: [message],
      });
    }
  }

  /** The texts of a conversation, in the log's order. */
  async textsBetween(one: string, other: string): Promise<string[]> {
    const all: string[] = [];
    for (let after = 0, more = true; more; ) {
      const page = await readEntries(this.ports, one, { with: other, after });
      all.push(...page.entries.flatMap((entry) => (entry.kind === 'message' ? [entry.text] : [])));
      after = page.entries.at(-1)?.seq ?? after;
      more = page.more;
    }
    return all;
  }

  /** Resolves when so many sockets are open, or up to the second number. */
  async untilOpen(least: number, most = least): Promise<void> {
    const { clients } = this.#sockets;
    while (clients.size < least || clients.size > most) await once(this.#closings, 'close');
  }

  /** Ends every socket, as a network that breaks does. */
  cutAll(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  async endSession(name: string): Promise<void> {
    const session = this.#sessions.get(name);
    if (session) await logOut(this.ports, session);
  }

  /** Begins another session in place of one, as a changed password does. @returns lets the browser have its cookie */
  async replaceSession(name: string): Promise<() => void> {
    const { session } = await logIn(this.ports, { name, password: 'correct horse' }, HERE);
    await this.endSession(name);
    return () => this.#sessions.set(name, session);
  }

  /** Ends the pages that were opened with it, too. */
  async close(): Promise<void> {
    for (const { chat } of this.devices) chat.stop();
    this.cutAll();
    this.#sockets.close();
    await once(this.#sockets, 'close');
  }

  /** The requests of somebody who is signed in. */
  apiOf(name: string): Api {
    const asked = async <Answer>(
      answer: (ports: Ports, session: Session) => Promise<Answer>,
    ): Promise<Answer> => {
      if (!this.isUp) throw new NoAnswer();
      try {
        const claimed = this.#sessions.get(name) ?? { person: name, id: 'none' };
        return await answer(this.ports, await requireSession(this.ports, claimed));
      } catch (error) {
        throw error instanceof Refusal ? new Refused(bodyOf(error)) : error;
      }
    };
    const socket = new URL('/socket', this.page).href;
    return {
      register: () => Promise.reject(new Error('Sign up with signUp().')),
      logIn: () => asked((ports, session) => bootstrap(ports, session, socket)),
      logOut: () => asked((ports, session) => logOut(ports, session)),
      ticket: () =>
        asked(async (ports, session) => {
          const refusal = this.faults.ticket?.();
          if (refusal) throw refusal;
          return { url: socket, ticket: (await issueTicket(ports, session)).secret };
        }),
      bootstrap: () =>
        asked(async (ports, session) => ({
          ...(await bootstrap(ports, session, socket)),
          ...(this.isOnSharedComputer && { sharedComputer: true }),
        })),
      people: ({ prefix = '', cursor }) => asked((ports) => listPeople(ports, { prefix, cursor })),
      conversations: (query) => asked((ports) => listConversations(ports, name, query)),
      entries: (other, range) => asked((ports) => readEntries(ports, name, { with: other, ...range })),
    };
  }

  async #serve(socket: WebSocket, protocols: string): Promise<void> {
    const offered = protocols.split(',').map((offer) => offer.trim());
    const ticket =
      offered.find((offer) => offer.startsWith(TICKET_PREFIX))?.slice(TICKET_PREFIX.length) ?? '';
    const identified = redeemTicket(this.ports, ticket).then(async ({ person, id: session }) => {
      const connection = { connectionId: randomUUID(), person, session };
      await openConnection(this.ports, connection);
      this.ports.push.open(
        connection.connectionId,
        (frame) => {
          if (!this.faults.losesPush?.(person)) socket.send(JSON.stringify(frame));
        },
        () => socket.close(),
      );
      return connection;
    });
    identified.catch(() => socket.terminate());
    socket.on('message', (data) => {
      void identified.then((connection) => this.#answer(socket, connection, JSON.parse(String(data))));
    });
    socket.on('close', () => {
      void identified.then((connection) => {
        this.ports.push.end(connection.connectionId);
        return closeConnection(this.ports, connection);
      });
    });
  }

  async #answer(socket: WebSocket, connection: ConnectionIdentity, frame: ClientFrame): Promise<void> {
    const say = (answer: ServerFrame | undefined) => answer && socket.send(JSON.stringify(answer));
    const answered = () => answerTo(this.ports, connection, frame);
    if (frame.action === 'typing') {
      this.others.push(frame);
      return void (await answered());
    }
    if (frame.action === 'ping') return say(await answered());
    try {
      const isMessages = frame.action === 'send-message';
      if (isMessages) this.sent.push(frame);
      else this.others.push(frame);
      const fault = isMessages ? this.faults.before?.(frame) : this.faults.beforeOther?.(frame);
      if (fault === 'cut') return socket.terminate();
      if (fault) throw fault;
      const answer = await answered();
      const lost = isMessages ? this.faults.after?.(frame) : this.faults.afterOther?.(frame);
      if (lost === 'cut') return socket.terminate();
      say(answer);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      say({ action: 'error', id: frame.id, ...bodyOf(error) });
    }
  }
}

function memoryPorts(): Ports {
  return {
    ...memoryStore(),
    push: memoryPush(),
    throttleLimits: {
      ...DEFAULT_THROTTLE_LIMITS,
      accountsPerHourAndAddress: 1_000,
      newConversationsPerDay: 1_000,
    },
    passwords: fastPasswords(),
    oneTimeCodes,
    webAuthn: webAuthn(['https://chat.example']),
    commonPasswords: { has: async () => false },
    clock: { now: Date.now, wait: async () => {} },
    random: { secret: randomUUID, bytes: randomBytes },
    log: { warn: () => {} },
    caller: {},
    metrics: { add: () => {} },
  };
}
