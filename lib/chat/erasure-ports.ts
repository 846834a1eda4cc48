import type { Page, PageRequest } from './page.ts';
import type { SideKey } from './side-ports.ts';

/** What the chat needs of the world to let go of somebody. */

/** That somebody's account is being deleted. */
export interface Leaving {
  /** ms since 1970 */
  readonly since: number;
  /** Up to which entry of which conversation nothing of theirs is left. */
  readonly done?: { readonly peer: string; readonly seq: number };
}

/** Each of these may be done again, and changes nothing then. */
export interface Erasure {
  /**
   * Takes all that is known of somebody out of their profile, so that nobody can log in as them, find them, or have their
   * name. Answers false, and changes nothing, if they are leaving or gone, or nobody has the name.
   */
  begin(person: string, since: number): Promise<boolean>;
  /** Undefined if they are not leaving (any more). Strongly read. */
  leaving(person: string): Promise<Leaving | undefined>;
  /** The names of all who are leaving, in their order. MAY lag. */
  list(page: PageRequest): Promise<Page<string>>;
  noteDone(person: string, done: NonNullable<Leaving['done']>): Promise<void>;
  /** Forgets that somebody has the conversation, with their side of it and what is on their shelf. */
  forgetConversation(key: SideKey): Promise<void>;
  /**
   * Forgets all else that is kept of somebody, but for their conversations, who is connected, and the profile; also the
   * reports that they made, and what the reports about them have of their texts.
   */
  forgetRest(person: string): Promise<void>;
  /** Leaves nothing but the name, of which nothing else is known from then on. */
  end(person: string): Promise<void>;
}
