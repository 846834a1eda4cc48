import type { Entry } from './entries.ts';
import type { ErrorBody } from './errors.ts';

/** Answers `send-message`: where each of its messages stands in the log, in the frame's order. */
export interface Stored {
  readonly action: 'stored';
  readonly id: string;
  readonly with: string;
  readonly stored: readonly StoredMessage[];
}

export interface StoredMessage {
  readonly clientId: string;
  readonly seq: number;
  readonly at: number;
  readonly messages: number;
}

/** Pushed to every other live device of both people: new entries of the conversation with that person. */
export interface Entries {
  readonly action: 'entries';
  readonly with: string;
  readonly entries: readonly Entry[];
}

/** Answers `ping`; the connection's lease is renewed. `at` is the server's clock. */
export interface Pong {
  readonly action: 'pong';
  readonly id: string;
  readonly at: number;
}

/** Answers a frame that was refused; `id` is that frame's, or null where it could not be read. */
export interface ErrorFrame extends ErrorBody {
  readonly action: 'error';
  readonly id: string | null;
}

export type ServerFrame = Stored | Entries | Pong | ErrorFrame;
