import type { Person } from '../protocol/names.ts';
import type { Page, PageRequest } from './ports.ts';

/** What the chat needs of the world to know who somebody is. */

export interface Profile extends Person {
  readonly passwordHash: string;
  /** ms since 1970 */
  readonly createdAt: number;
}

export interface People {
  /** False, and nothing changed, if the name is taken. Of two at the same time, exactly one gets it. */
  add(profile: Profile): Promise<boolean>;
  find(name: string): Promise<Profile | undefined>;
  /** In any order; names that nobody has are left out. */
  findAll(names: readonly string[]): Promise<Person[]>;
  /**
   * Everybody whose name begins with the prefix, by name. May lag behind `add`.
   * @throws Refusal `invalid-request` for a cursor that is not one.
   */
  list(prefix: string, page: PageRequest): Promise<Page<Person>>;
}

/** A log-in: what a cookie stands for until it ends. */
export interface Session {
  readonly person: string;
  readonly id: string;
  /** ms since 1970; the store may forget it any time after, and find() no longer answers it. */
  readonly expiresAt: number;
  /** Present if others use the computer that it was begun on. */
  readonly sharedComputer?: true;
}

export interface Sessions {
  add(session: Session): Promise<void>;
  find(person: string, id: string, now: number): Promise<Session | undefined>;
  remove(person: string, id: string): Promise<void>;
}

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long when there is no hash (nobody has the name) as when there is one. */
  matches(password: string, hash: string | undefined): Promise<boolean>;
}
