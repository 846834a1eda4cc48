import type { Entry } from './entries.ts';
import type { ErrorBody } from './errors.ts';
import type { Person } from './names.ts';
import type { Preferences, Side } from './side.ts';

/**
 * Answers the frames that append to a log: where each of `send-message`'s messages stands in it, in the frame's order,
 * or the one entry of `edit-message`, `delete-message` and `react`.
 */
export interface Stored {
  readonly action: 'stored';
  readonly id: string;
  readonly with: string;
  readonly stored: readonly StoredEntry[];
}

export interface StoredEntry {
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

/** Answers `mark`: the marks as they are now. */
export interface Marked {
  readonly action: 'marked';
  readonly id: string;
  readonly with: string;
  readonly received: number;
  readonly read: number;
}

/** Pushed when the person `with` has received or read more; `read` is left out where that is not to be known. */
export interface Receipt {
  readonly action: 'receipt';
  readonly with: string;
  readonly received: number;
  readonly read?: number;
}

/**
 * How my side of a conversation is now. Answers `change-side`, and is pushed, without an `id`, to my other devices,
 * also when it is a mark that has moved.
 */
export interface SideChanged {
  readonly action: 'side-changed';
  readonly id?: string;
  readonly with: string;
  readonly side: Side;
}

/** What others may know of me. Answers `change-preferences`, and is pushed, without an `id`, to my other devices. */
export interface PreferencesChanged {
  readonly action: 'preferences-changed';
  readonly id?: string;
  readonly preferences: Preferences;
}

/** Pushed to my devices: what others know of me is something else now. */
export interface ProfileChanged {
  readonly action: 'profile-changed';
  readonly me: Person;
}

/** Pushed to whoever has the conversation with that person open: they are writing. */
export interface TypingPushed {
  readonly action: 'typing';
  readonly with: string;
}

/** Whether somebody is there, as far as that may be known. */
export type Presence =
  /** Until then, in ms since 1970, unless something else is said; whoever wants to know after that watches again. */
  { readonly online: true; readonly until: number } | { readonly online: false; readonly lastSeen?: number };

/** Answers `watch`, and is pushed, without an `id`, to those who watch when it changes. */
export interface PresenceTold {
  readonly action: 'presence';
  readonly id?: string;
  /** Null where `watch` said that nothing is open. */
  readonly with: string | null;
  readonly presence?: Presence;
}

/**
 * Answers `ping`; the connection's lease is renewed. `at` is the server's clock. Preferences that were changed while the
 * device had no connection were pushed to none: so the first of a connection tells how they are.
 */
export interface Pong {
  readonly action: 'pong';
  readonly id: string;
  readonly at: number;
  readonly preferences: Preferences;
}

/** Answers a frame that was refused; `id` is that frame's, or null where it could not be read. */
export interface ErrorFrame extends ErrorBody {
  readonly action: 'error';
  readonly id: string | null;
}

/** What is pushed: frames that answer nothing. */
export type PushedFrame =
  | Entries
  | Receipt
  | SideChanged
  | PreferencesChanged
  | ProfileChanged
  | TypingPushed
  | PresenceTold;

/** What answers a frame. */
export type AnswerFrame =
  | Stored
  | Marked
  | SideChanged
  | PreferencesChanged
  | PresenceTold
  | Pong
  | ErrorFrame;

export type ServerFrame = PushedFrame | AnswerFrame;
