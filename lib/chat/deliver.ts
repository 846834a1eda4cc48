import type { Entry } from '../protocol/entries.ts';
import type { Chat, Connection, Metric, PushOutcome } from './ports.ts';

const COUNTED_AS: Readonly<Record<PushOutcome, Metric>> = {
  delivered: 'PushesDelivered',
  gone: 'PushesGone',
  failed: 'PushesFailed',
};

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
 * Pushes entries, just stored, to each of the devices, to each under the name of the person it talks to. Answers who
 * has got them, on one device at least.
 *
 * Ends when every device has answered or was given up on; no device's trouble fails the send or another device. A
 * connection that is gone is forgotten.
 */
export async function deliver(
  {
    push,
    connections,
    clock,
    log,
    metrics,
  }: Pick<Chat, 'push' | 'connections' | 'clock' | 'log' | 'metrics'>,
  [one, other]: readonly [string, string],
  entries: readonly Entry[],
  devices: readonly Connection[],
): Promise<ReadonlySet<string>> {
  const storedAt = clock.now();
  const reached = new Set<string>();
  let pushedAt: number | undefined;
  const pushes = devices.map(async ({ person, connectionId }) => {
    const frame = { action: 'entries', with: person === one ? other : one, entries } as const;
    const outcome = await push.post(connectionId, frame);
    metrics.add(COUNTED_AS[outcome], 1);
    if (outcome === 'delivered') {
      pushedAt = clock.now();
      reached.add(person);
    }
    if (outcome === 'failed') log.warn('push failed', { person, connectionId });
    if (outcome === 'gone') await connections.remove(person, connectionId);
  });
  const settled = await Promise.allSettled(pushes);
  if (pushedAt !== undefined) metrics.add('StoredToPushed', pushedAt - storedAt);
  for (const result of settled) {
    if (result.status === 'rejected')
      log.warn('gone connection not forgotten', { reason: String(result.reason) });
  }
  return reached;
}
