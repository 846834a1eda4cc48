import type { Credentials } from '../../protocol/second-factor-rest.ts';
import type { Chat } from '../ports.ts';

/** By what somebody can show who they are beside their password, without what it takes to do so. */
export async function credentialsOf(
  { secondFactors, recoveryCodes }: Pick<Chat, 'secondFactors' | 'recoveryCodes'>,
  person: string,
): Promise<Credentials> {
  const [{ on }, left] = await Promise.all([secondFactors.find(person), recoveryCodes.of(person)]);
  return { ...(on && { secondFactor: { since: on.since } }), ...(left && { recoveryCodes: left }) };
}
