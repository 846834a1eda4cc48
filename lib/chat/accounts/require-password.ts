import type { Profile } from '../account-ports.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';

/**
 * The profile of somebody who has to show once more who they are: an open page may be in front of somebody else by now.
 * @throws Refusal `wrong-credentials` for the field
 */
export async function requirePassword(
  { people, passwords }: Pick<Chat, 'people' | 'passwords'>,
  name: string,
  password: string,
  field = 'password',
): Promise<Profile> {
  const profile = await people.find(name);
  const matches = await passwords.matches(password, profile?.passwordHash);
  if (!profile || !matches) {
    throw new Refusal('wrong-credentials', { message: 'This is not your password.', field });
  }
  return profile;
}
