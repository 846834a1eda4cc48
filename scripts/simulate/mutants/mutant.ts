import type { Action } from '../../../frontend/state/actions.ts';
import type { State } from '../../../frontend/state/model.ts';
import type { Device } from '../../../frontend/store/device.ts';
import type { Chat } from '../../../lib/chat/ports.ts';
import type { ClientFrame } from '../../../lib/protocol/client-frames.ts';
import type { ServerFrame } from '../../../lib/protocol/server-frames.ts';
import type { Scheduler } from '../scheduler.ts';

/** The page and the socket that something goes over. */
export interface Over {
  readonly tab: string;
  /** How many sockets the page had opened before this one. */
  readonly before: number;
  readonly state: State;
}

/**
 * A mistake that somebody could make, put in between the parts of the chat from the outside: each of these is there to
 * be found.
 */
export interface Mutant {
  readonly name: string;
  /** The ports as a handler sees them; `what` is the action of its frame, or the path of its request. */
  readonly chat?: (chat: Chat, what: string, scheduler: Scheduler) => Chat;
  /** A frame as it leaves a page; undefined if it does not. */
  readonly leaving?: (frame: ClientFrame, over: Over) => ClientFrame | undefined;
  /** A frame as it comes to a page; undefined if it does not. */
  readonly arriving?: (frame: ServerFrame, over: Over) => ServerFrame | undefined;
  /** The body of an answer to a request. */
  readonly answered?: (path: string, body: unknown) => unknown;
  /** What is known after something happened, in place of the reducer. */
  readonly reduce?: (reduce: Reduce, state: State, action: Action) => State;
  readonly device?: (device: Device) => Device;
  /** Whether timers that are to be ended go on. */
  readonly forgetsTimers?: true;
}

export type Reduce = (state: State, action: Action) => State;

/** The chat as it is. */
export const NO_MUTANT: Mutant = { name: 'none' };
