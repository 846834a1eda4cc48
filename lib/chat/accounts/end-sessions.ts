import type { Session } from '../account-ports.ts';
import { closeConnections } from '../close-connections.ts';
import type { Chat } from '../ports.ts';
import { endPushSubscriptions } from '../push-subscriptions.ts';

type EndPorts = Pick<Chat, 'sessions' | 'pushSubscriptions' | 'clock'> &
  Parameters<typeof closeConnections>[0];

/** Ends a session: a copy of its cookie is worth nothing, its devices are told nothing more, its sockets are closed. */
export async function endSession(
  chat: EndPorts,
  { person, id }: Pick<Session, 'person' | 'id'>,
): Promise<void> {
  await end(chat, person, [id], (session) => session === id);
}

/**
 * Ends all of somebody's sessions, in the same way.
 * @param except the id of the one that lives on
 */
export async function endSessionsOf(
  chat: EndPorts,
  person: string,
  { except }: { readonly except?: string } = {},
): Promise<void> {
  const isMeant = (session: string) => session !== except;
  const ids = (await chat.sessions.of(person, chat.clock.now())).map(({ id }) => id).filter(isMeant);
  await end(chat, person, ids, isMeant);
}

async function end(
  chat: EndPorts,
  person: string,
  ids: readonly string[],
  isMeant: (session: string) => boolean,
): Promise<void> {
  // Before the session: what fails halfway can be tried again only while that lives.
  await endPushSubscriptions(chat, person, isMeant);
  await Promise.all(ids.map((id) => chat.sessions.remove(person, id)));
  // After it: who opens a socket now finds the session ended, or is among those that are closed.
  await closeConnections(chat, person, isMeant);
}
