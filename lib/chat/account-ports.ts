import type { Person } from '../protocol/names.ts';
import type { Page, PageRequest } from './page.ts';

/** What the chat needs of the world to know who somebody is. */

/** Absent, of whoever may log in. */
export type Standing = 'suspended' | 'leaving';

export interface Profile extends Person {
  readonly passwordHash: string;
  /** ms since 1970 */
  readonly createdAt: number;
  readonly standing?: Standing;
}

/** What is put in place of what is kept; null takes it away. */
export interface ProfileFields {
  readonly displayName?: string;
  readonly about?: string | null;
  readonly picture?: string | null;
}

export interface People {
  /** False, and nothing changed, if the name is taken. Of two at the same time, exactly one gets it. */
  add(profile: Profile): Promise<boolean>;
  find(name: string): Promise<Profile | undefined>;
  /** Changes what is named and answers what others may know now; undefined, and nothing changed, if nobody has the name. */
  change(name: string, fields: ProfileFields): Promise<Person | undefined>;
  /** In any order; names that nobody has are left out. */
  findAll(names: readonly string[]): Promise<Person[]>;
  /**
   * Everybody whose name begins with the prefix, by name, without what they say about themselves. May lag behind the rest.
   * @throws Refusal `invalid-request` for a cursor that is not one.
   */
  list(prefix: string, page: PageRequest): Promise<Page<Person>>;
  /** False, and nothing changed, if the hash is not the former one any more. Of two at the same time, one succeeds. */
  replacePassword(name: string, hashes: { readonly former: string; readonly next: string }): Promise<boolean>;
  /**
   * Puts one standing in place of another; undefined is a good one, without which nobody is listed. False, and nothing
   * changed, if it is another one, or nobody has the name.
   */
  changeStanding(
    name: string,
    standing: { readonly from: Standing | undefined; readonly to: Standing | undefined },
  ): Promise<boolean>;
}

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';

/** Somebody's picture, as it is sent to whoever shows it. */
export interface Picture {
  readonly type: PictureType;
  readonly bytes: Uint8Array;
}

export interface Pictures {
  /** Keeps the picture in place of the one before, if any. Answers its version: the same for the same picture alone. */
  put(person: string, picture: Picture): Promise<string>;
  /** The one that is kept, with its version; it MAY lag. */
  find(person: string): Promise<(Picture & { readonly version: string }) | undefined>;
  remove(person: string): Promise<void>;
}

/** A log-in: what a cookie stands for until it ends. */
export interface Session {
  readonly person: string;
  /** What the cookie is about: known to the server and, signed, to one browser. */
  readonly id: string;
  /** By which its person may see and end it; worth nothing to anybody else. */
  readonly publicId: string;
  /** ms since 1970, as are the next two. */
  readonly createdAt: number;
  /** Not to the minute, as it is not noted each time. */
  readonly lastUsedAt: number;
  /** Unless it is used again; the store may forget it any time after, and find() no longer answers it. */
  readonly expiresAt: number;
  /** Browser and system, as far as they are known, such as `Firefox, Linux`. */
  readonly device: string;
  /** Present if others use the computer that it was begun on. */
  readonly sharedComputer?: true;
}

export interface Sessions {
  add(session: Session): Promise<void>;
  /** Strongly read. */
  find(person: string, id: string, now: number): Promise<Session | undefined>;
  /** All that have not expired, in any order, strongly read. */
  of(person: string, now: number): Promise<Session[]>;
  /** Notes that it was used, and how long it lives from that. One that has been removed MUST NOT come to life by this. */
  touch(session: Pick<Session, 'person' | 'id' | 'lastUsedAt' | 'expiresAt'>): Promise<void>;
  remove(person: string, id: string): Promise<void>;
}

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long when there is no hash (nobody has the name) as when there is one. */
  matches(password: string, hash: string | undefined): Promise<boolean>;
  /** Whether it was made more cheaply, or with another pepper, than it would be now. */
  isOutdated(hash: string): Promise<boolean>;
}

export interface CommonPasswords {
  /** Whether it is one of those that are tried first, whatever its capitals. */
  has(password: string): Promise<boolean>;
}
