import type { Person } from '../../protocol/names.ts';
import type { ChangeProfileBody } from '../../protocol/profile-rest.ts';
import type { ProfileFields, Session } from '../account-ports.ts';
import type { Chat } from '../ports.ts';
import type { pushFrames } from '../push-frames.ts';
import { Refusal } from '../refusal.ts';
import { tellOwnDevices } from '../side.ts';

type ChangePorts = Pick<Chat, 'people' | 'clock'> & Parameters<typeof pushFrames>[0];

/**
 * Changes what others read of somebody, and answers it. Others see it when they next ask for the person.
 * @throws Refusal `not-signed-in` if the session's person is gone
 */
export function changeProfile(
  chat: ChangePorts,
  session: Session,
  { displayName, about }: ChangeProfileBody,
): Promise<Person> {
  return changeFields(chat, session, {
    ...(displayName !== undefined && { displayName }),
    ...(about !== undefined && { about: about || null }),
  });
}

/** Changes the fields, and tells all of the person's devices. @throws as changeProfile */
export async function changeFields(
  chat: ChangePorts,
  { person }: Session,
  fields: ProfileFields,
): Promise<Person> {
  const me = await chat.people.change(person, fields);
  if (!me) throw new Refusal('not-signed-in');
  await tellOwnDevices(chat, { person }, { action: 'profile-changed', me });
  return me;
}
