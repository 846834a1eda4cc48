import type { Person } from '../../protocol/names.ts';
import type { Session } from '../account-ports.ts';

/** Who has just shown who they are, and the session that was begun for them. */
export interface LoggedIn {
  readonly me: Person;
  readonly session: Session;
}
