import { GONE_DISPLAY_NAME } from '../../protocol/gone.ts';
import type { Person } from '../../protocol/names.ts';
import type { Profile, Session } from '../account-ports.ts';

/** Who has just shown who they are, and the session that was begun for them. */
export interface LoggedIn {
  readonly me: Person;
  readonly session: Session;
}

/** What is left of somebody who has deleted their account. */
export function gonePerson(name: string): Person {
  return { name, displayName: GONE_DISPLAY_NAME, gone: true };
}

/** What anybody who is signed in may know of a profile. */
export function toPerson({ name, displayName, picture, about }: Profile): Person {
  return {
    name,
    displayName,
    ...(picture !== undefined && { picture }),
    ...(about !== undefined && { about }),
  };
}
