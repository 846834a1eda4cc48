import type { MyData } from '../../protocol/profile-rest.ts';
import type { Session } from '../account-ports.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { toSide } from '../side.ts';
import { NEW_PREFERENCES } from '../side-ports.ts';
import { credentialsOf } from './credentials.ts';
import { toPerson } from './logged-in.ts';

const CONVERSATIONS_AT_A_TIME = 50;

type DataPorts = Pick<
  Chat,
  | 'people'
  | 'preferences'
  | 'peers'
  | 'shelves'
  | 'sessions'
  | 'pushSubscriptions'
  | 'passkeys'
  | 'reports'
  | 'clock'
> &
  Parameters<typeof credentialsOf>[0];

/**
 * All that is kept of somebody, but for what is in their conversations, which they can read page by page; and for what
 * would let others act as them.
 * @throws Refusal `not-signed-in` if the session's person is gone
 */
export async function myData(chat: DataPorts, { person }: Session): Promise<MyData> {
  const now = chat.clock.now();
  const [
    profile,
    [preferences = NEW_PREFERENCES],
    sessions,
    subscriptions,
    passkeys,
    reports,
    conversations,
    credentials,
  ] = await Promise.all([
    chat.people.find(person),
    chat.preferences.of([person]),
    chat.sessions.of(person, now),
    chat.pushSubscriptions.of(person, now, { strong: true }),
    chat.passkeys.of(person),
    chat.reports.by(person),
    sidesOf(chat, person),
    credentialsOf(chat, person),
  ]);
  if (!profile) throw new Refusal('not-signed-in');
  return {
    profile: { ...toPerson(profile), createdAt: profile.createdAt },
    preferences,
    conversations,
    sessions: sessions.map(({ device, createdAt, lastUsedAt, sharedComputer }) => ({
      device,
      createdAt,
      lastUsedAt,
      ...(sharedComputer && { sharedComputer }),
    })),
    // Whoever knows the whole address can have the device told something.
    notifications: subscriptions.map(({ endpoint, addedAt, hidesContent }) => ({
      service: new URL(endpoint).host,
      addedAt,
      hidesContent,
    })),
    passkeys: passkeys.map(({ device, createdAt, lastUsedAt }) => ({
      device,
      createdAt,
      ...(lastUsedAt !== undefined && { lastUsedAt }),
    })),
    reports,
    ...credentials,
  };
}

async function sidesOf(
  { peers, shelves }: Pick<Chat, 'peers' | 'shelves'>,
  person: string,
): Promise<MyData['conversations']> {
  const all: MyData['conversations'][number][] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await peers.list(person, { cursor, limit: CONVERSATIONS_AT_A_TIME });
    const keys = items.map(({ peer }) => ({ person, peer }));
    const [sides, kept] = await Promise.all([peers.sides(keys), shelves.of(keys)]);
    all.push(...keys.map(({ peer }, i) => ({ with: peer, side: toSide(sides[i], kept[i]) })));
    cursor = next;
  } while (cursor !== undefined);
  return all;
}
