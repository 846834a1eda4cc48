import type { Entry } from '../protocol/entries.ts';
import type { Chat, Connection } from './ports.ts';

/** The live devices of both people, but for the one that gets the answer itself. */
export async function otherDevices(
  { connections, clock }: Pick<Chat, 'connections' | 'clock'>,
  people: readonly string[],
  answered: string,
): Promise<Connection[]> {
  const now = clock.now();
  const perPerson = await Promise.all(people.map((person) => connections.live(person, now)));
  return perPerson.flat().filter(({ connectionId }) => connectionId !== answered);
}

/**
 * Pushes entries to each of the devices, to each under the name of the person it talks to.
 *
 * Ends when every device has answered or was given up on; no device's trouble fails the send or another device. A
 * connection that is gone is forgotten.
 */
export async function deliver(
  { push, connections, log }: Pick<Chat, 'push' | 'connections' | 'log'>,
  [one, other]: readonly [string, string],
  entries: readonly Entry[],
  devices: readonly Connection[],
): Promise<void> {
  const pushes = devices.map(async ({ person, connectionId }) => {
    const frame = { action: 'entries', with: person === one ? other : one, entries } as const;
    const outcome = await push.post(connectionId, frame);
    if (outcome === 'failed') log.warn('push failed', { person, connectionId });
    if (outcome === 'gone') await connections.remove(person, connectionId);
  });
  const settled = await Promise.allSettled(pushes);
  for (const result of settled) {
    if (result.status === 'rejected')
      log.warn('gone connection not forgotten', { reason: String(result.reason) });
  }
}
