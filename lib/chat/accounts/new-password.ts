import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';

/**
 * Whether somebody may have this password from now on. Length and characters are the schema's; nothing is asked of what it is
 * made of.
 * @throws Refusal `common-password` if it is one of those that are tried first: a common one, or the name itself
 */
export async function requireUncommon(
  { commonPasswords }: Pick<Chat, 'commonPasswords'>,
  name: string,
  password: string,
): Promise<void> {
  if (password.toLowerCase() === name || (await commonPasswords.has(password))) {
    throw new Refusal('common-password', { field: 'password' });
  }
}
