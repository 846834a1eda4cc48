import type { Entry } from '../../lib/protocol/entries.ts';
import type { Person } from '../../lib/protocol/names.ts';
import type { Bootstrap, ConversationsPage, PeoplePage } from '../../lib/protocol/rest.ts';
import type { Presence, StoredEntry } from '../../lib/protocol/server-frames.ts';
import type { Marks, Preferences, Side } from '../../lib/protocol/side.ts';
import type { Problem } from '../net/errors.ts';
import type { Kept } from '../store/local-copy.ts';
import type { Composing, Notice, OutboxItem, State, UnsentAct } from './model.ts';
import type { Wish } from './sides.ts';

/** What the device has of what was not sent. */
interface FromDevice {
  readonly outbox: readonly OutboxItem[];
  readonly drafts: State['drafts'];
  readonly composing: State['composing'];
  /** In the order in which they are to be told. */
  readonly wishes: readonly Wish[];
}

type SessionAction =
  | { readonly type: 'starting' }
  | { readonly type: 'server-unreachable'; readonly problem: Problem }
  | { readonly type: 'signed-out'; readonly notice?: Notice }
  /** What this device has kept: shown before the server was asked. */
  | (FromDevice & { readonly type: 'opened-from-device'; readonly kept: Kept })
  | (FromDevice & { readonly type: 'bootstrapped'; readonly bootstrap: Bootstrap })
  /** Of me; others see me as a person like any other. */
  | { readonly type: 'profile-changed'; readonly me: Person }
  | { readonly type: 'connection-changed'; readonly connection: State['connection'] }
  | { readonly type: 'outbox-not-durable' };

export type ConversationAction =
  /** A hint from the socket. */
  | { readonly type: 'entries-pushed'; readonly with: string; readonly entries: readonly Entry[] }
  /** A page of the log, as asked for: those after `after`, or the newest ones where that is left out. */
  | {
      readonly type: 'entries-fetched';
      readonly with: string;
      readonly after?: number;
      readonly entries: readonly Entry[];
      /** Both sides, as they come with the newest ones. */
      readonly side?: Side;
      readonly theirs?: Marks;
    }
  /** What the device has of a log; the server may have more. */
  | { readonly type: 'entries-found'; readonly with: string; readonly entries: readonly Entry[] }
  | { readonly type: 'earlier-asked'; readonly with: string }
  | { readonly type: 'earlier-fetched'; readonly with: string; readonly entries: readonly Entry[] }
  | { readonly type: 'earlier-failed'; readonly with: string }
  | { readonly type: 'hole-not-filled'; readonly with: string }
  | { readonly type: 'log-reset'; readonly with: string }
  | { readonly type: 'conversation-unavailable'; readonly with: string; readonly problem: Problem }
  | { readonly type: 'conversation-opened'; readonly with: string }
  | { readonly type: 'conversation-closed' }
  | {
      readonly type: 'message-wanted';
      readonly with: string;
      readonly seq: number;
      readonly isQuiet?: boolean;
    }
  | { readonly type: 'message-reached' }
  | { readonly type: 'conversations-listed'; readonly page: ConversationsPage }
  | { readonly type: 'older-conversations-asked' }
  | { readonly type: 'older-conversations-fetched'; readonly page: ConversationsPage }
  | { readonly type: 'older-conversations-failed' }
  | { readonly type: 'draft-changed'; readonly with: string; readonly text: string };

/** What is said of both sides of a conversation, and what is wished of one's own. */
export type SideAction =
  | { readonly type: 'receipt'; readonly with: string; readonly marks: Partial<Marks> }
  | { readonly type: 'marked'; readonly with: string; readonly marks: Marks }
  | { readonly type: 'read-up-to'; readonly with: string; readonly seq: number }
  /** How my side is; also as the answer to a wish. */
  | { readonly type: 'side-said'; readonly with: string; readonly side: Side; readonly wish?: string }
  | { readonly type: 'side-wished'; readonly with: string; readonly wish: Wish }
  /** By another tab, which has the server's answer. */
  | { readonly type: 'wish-told'; readonly with: string; readonly wish: string }
  | {
      readonly type: 'wish-refused';
      readonly with: string;
      readonly wish: string;
      readonly problem: Problem;
    }
  | { readonly type: 'refusal-seen' };

/** Who is writing and who is there, which nothing keeps; and what others may know of me. */
export type PresenceAction =
  | { readonly type: 'typing-began'; readonly with: string }
  | { readonly type: 'typing-ended'; readonly with: string }
  | { readonly type: 'presence-told'; readonly with: string; readonly presence?: Presence }
  | { readonly type: 'presence-unknown' }
  | { readonly type: 'preferences-changed'; readonly preferences: Partial<Preferences> };

export type OutboxAction =
  | {
      readonly type: 'composing-changed';
      readonly with: string;
      readonly composing: Composing | null;
    }
  /** Something was written, or done to a message. */
  | { readonly type: 'message-typed'; readonly item: OutboxItem }
  | { readonly type: 'messages-tried'; readonly clientIds: readonly string[] }
  /** What is not stored, and was never tried, has another text. */
  | { readonly type: 'message-rewritten'; readonly clientId: string; readonly text: string }
  | { readonly type: 'act-refused'; readonly item: UnsentAct; readonly problem: Problem }
  | {
      readonly type: 'messages-refused';
      readonly clientIds: readonly string[];
      readonly problem: Problem;
      readonly retryAt?: number | undefined;
    }
  | { readonly type: 'message-retried'; readonly clientId: string }
  | { readonly type: 'message-discarded'; readonly clientId: string }
  | { readonly type: 'messages-moved'; readonly clientIds: readonly string[]; readonly after: number };

export type PeopleAction =
  | { readonly type: 'person-met'; readonly person: Person }
  | { readonly type: 'people-asked' }
  | { readonly type: 'people-fetched'; readonly page: PeoplePage }
  | { readonly type: 'people-failed' }
  | { readonly type: 'search-changed'; readonly query: string }
  | { readonly type: 'search-asked'; readonly query: string }
  | { readonly type: 'search-answered'; readonly query: string; readonly page: PeoplePage }
  | { readonly type: 'search-failed'; readonly query: string };

/** The server's answer to a frame of mine; what it carried is in the outbox. */
export interface MessagesStored {
  readonly type: 'messages-stored';
  readonly with: string;
  readonly stored: readonly StoredEntry[];
}

/** Everything that can happen: answers, frames, and what the person does. */
export type Action =
  | SessionAction
  | ConversationAction
  | SideAction
  | PresenceAction
  | OutboxAction
  | PeopleAction
  | MessagesStored;
