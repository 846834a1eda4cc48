import type { PushedFrame } from '../protocol/server-frames.ts';

/** What the chat needs of the world to reach people while they are there. */

/** One open socket of a person. */
export interface Connection {
  readonly person: string;
  readonly connectionId: string;
  readonly session: string;
  /** ms since 1970; not live any more after that, whatever the table says. */
  readonly leaseEndsAt: number;
  /** Whom the person has blocked: what those send is not pushed here. Kept here, so that a send need not look. */
  readonly blocks?: readonly string[];
  /** The person whose conversation is open there. */
  readonly watching?: string;
}

/** Who a connection is, as its authorizer said. */
export type ConnectionIdentity = Pick<Connection, 'person' | 'connectionId' | 'session'>;

export interface Connections {
  /**
   * Adds the connection, or replaces what is known of it but for whom it watches: a renewed lease. Answers it as it is
   * now.
   */
  hold(connection: Omit<Connection, 'watching'>): Promise<Connection>;
  /** Answers whose conversation was open there. */
  remove(person: string, connectionId: string): Promise<string | undefined>;
  /**
   * Those whose lease ends after a time, which may lie some hours back. Unless `strong` it MAY lag: a device just connected
   * asks the log for what it missed.
   */
  live(person: string, now: number, options?: { strong: boolean }): Promise<Connection[]>;
  /** Notes whose conversation is open there, if any, on a connection that is held. Answers whose was before. */
  watch(person: string, connectionId: string, watched: string | undefined): Promise<string | undefined>;
  /** Notes when somebody was last seen to be there: ms since 1970. */
  saw(person: string, at: number): Promise<void>;
  lastSeen(person: string): Promise<number | undefined>;
  /** Forgets all of somebody's connections, and when they were last seen. */
  forget(person: string): Promise<void>;
}

/** That somebody has a conversation open on a connection: they are told of the other person's presence and typing. */
export interface Watch {
  readonly watched: string;
  readonly watcher: string;
  readonly connectionId: string;
  /** Whether the watcher may know of the presence; of typing they may in any case. */
  readonly seesPresence: boolean;
  /** ms since 1970; the watcher's lease. */
  readonly leaseEndsAt: number;
}

export interface Watches {
  /** Adds the watch, or replaces that of the same connection. */
  add(watch: Watch): Promise<void>;
  remove(watched: string, connectionId: string): Promise<void>;
  /** Who watches somebody, but for those whose lease has ended. MAY lag. */
  of(watched: string, now: number): Promise<Watch[]>;
}

/** The right to open one socket as the session's person. */
export interface Ticket {
  readonly secret: string;
  readonly person: string;
  readonly session: string;
  readonly expiresAt: number;
}

export interface Tickets {
  add(ticket: Ticket): Promise<void>;
  /** The ticket, once: of two takers at the same time, exactly one gets it. Undefined if expired. */
  take(secret: string, now: number): Promise<Ticket | undefined>;
}

export type PushOutcome = 'delivered' | 'gone' | 'failed';
export type CloseOutcome = 'closed' | 'gone' | 'failed';

export interface Push {
  /**
   * Hands a frame to one connection. Bounded in time; MUST NOT throw: one device's trouble is never another's.
   * `gone` is certain: the connection does not exist (any more).
   */
  post(connectionId: string, frame: PushedFrame): Promise<PushOutcome>;
  /**
   * Ends a connection: nothing that is sent over it is taken any more. Bounded in time; MUST NOT throw. `gone` is certain:
   * the connection did not exist, or not yet; then nobody is told that it has ended.
   */
  close(connectionId: string): Promise<CloseOutcome>;
}
