import { nameFrom } from '../../protocol/names.ts';
import type { Profile } from '../account-ports.ts';
import type { Chat } from '../ports.ts';
import type { LogInPlace } from './sessions.ts';

/** What is typed at log-in may be anything; a store is asked for names only. */
export async function findByTyped(
  { people }: Pick<Chat, 'people'>,
  typed: string,
): Promise<Profile | undefined> {
  const name = nameFrom(typed);
  return name === undefined ? undefined : people.find(name);
}

/** The id of the device, if whoever has that name has logged in there before. */
export function deviceKnownTo(typed: string, { known }: Pick<LogInPlace, 'known'>): string | undefined {
  return known?.person === nameFrom(typed) ? known?.id : undefined;
}
