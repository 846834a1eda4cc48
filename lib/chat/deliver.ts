import type { Entry } from '../protocol/entries.ts';
import type { Connection } from './connection-ports.ts';
import type { Chat } from './ports.ts';
import { pushFrames } from './push-frames.ts';

/**
 * The live devices of both people on which something new from one of them is to be seen: not the one that gets the
 * answer itself, and none of somebody who has blocked who it is from.
 */
export async function otherDevices(
  { connections, clock }: Pick<Chat, 'connections' | 'clock'>,
  both: readonly [from: string, to: string],
  answered: string,
): Promise<Connection[]> {
  const now = clock.now();
  const [from] = both;
  const perPerson = await Promise.all([...new Set(both)].map((person) => connections.live(person, now)));
  return perPerson
    .flat()
    .filter(({ connectionId, blocks }) => connectionId !== answered && !blocks?.includes(from));
}

/**
 * Pushes entries, just stored, to each of the devices, to each under the name of the person it talks to. Answers who
 * has got them, on one device at least.
 */
export async function deliver(
  chat: Parameters<typeof pushFrames>[0] & Pick<Chat, 'clock' | 'metrics'>,
  [one, other]: readonly [string, string],
  entries: readonly Entry[],
  devices: readonly Connection[],
): Promise<ReadonlySet<string>> {
  const storedAt = chat.clock.now();
  const frames = devices.map(({ person, connectionId }) => ({
    person,
    connectionId,
    frame: { action: 'entries', with: person === one ? other : one, entries } as const,
  }));
  const reached = new Set<string>();
  let pushedAt: number | undefined;
  await pushFrames(chat, frames, ({ person }) => {
    pushedAt = chat.clock.now();
    reached.add(person);
  });
  if (pushedAt !== undefined) chat.metrics.add('StoredToPushed', pushedAt - storedAt);
  return reached;
}
