import type { SessionsAnswer } from '../../protocol/rest.ts';
import type { Session } from '../account-ports.ts';
import type { Chat } from '../ports.ts';

/** All sessions of the person whose session this is, the last used first; of none of them what its cookie is about. */
export async function listSessions(
  { sessions, clock }: Pick<Chat, 'sessions' | 'clock'>,
  { person, id: current }: Session,
): Promise<SessionsAnswer> {
  const found = await sessions.of(person, clock.now());
  const listed = found.map(({ id, publicId, device, createdAt, lastUsedAt, sharedComputer }) => ({
    id: publicId,
    device,
    createdAt,
    lastUsedAt,
    ...(sharedComputer && { sharedComputer }),
    ...(id === current && { current: true as const }),
  }));
  return { sessions: listed.toSorted((one, other) => other.lastUsedAt - one.lastUsedAt) };
}
