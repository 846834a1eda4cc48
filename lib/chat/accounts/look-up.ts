import type { Standing } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';

/** What an operator may know of an account: nothing of what is written, and nothing that lets anybody in. */
export interface AccountSummary {
  readonly name: string;
  readonly displayName: string;
  /** ms since 1970, as are all times here. */
  readonly createdAt: number;
  readonly standing: Standing | 'good';
  readonly sessions: readonly {
    readonly device: string;
    readonly createdAt: number;
    readonly lastUsedAt: number;
  }[];
  /** How many are open. */
  readonly sockets: number;
  readonly lastSeenAt?: number;
  readonly conversations: number;
}

const PEERS_PER_PAGE = 100;

/** Tells an operator of an account, which is written down; undefined if nobody has the name. */
export async function lookUp(
  chat: Pick<Chat, 'people' | 'sessions' | 'connections' | 'peers' | 'clock' | 'audit' | 'caller'>,
  name: string,
  by: string,
): Promise<AccountSummary | undefined> {
  const profile = await chat.people.find(name);
  if (!profile) return undefined;
  await recordEvent(chat, 'looked-up', { person: name, by, details: { what: 'account' } });
  const now = chat.clock.now();
  const [sessions, live, lastSeenAt, conversations] = await Promise.all([
    chat.sessions.of(name, now),
    chat.connections.live(name, now, { strong: true }),
    chat.connections.lastSeen(name),
    countPeers(chat, name),
  ]);
  return {
    name,
    displayName: profile.displayName,
    createdAt: profile.createdAt,
    standing: profile.standing ?? 'good',
    sessions: sessions
      .map(({ device, createdAt, lastUsedAt }) => ({ device, createdAt, lastUsedAt }))
      .sort((one, other) => other.lastUsedAt - one.lastUsedAt),
    sockets: live.length,
    ...(lastSeenAt !== undefined && { lastSeenAt }),
    conversations,
  };
}

async function countPeers({ peers }: Pick<Chat, 'peers'>, name: string): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await peers.list(name, { cursor, limit: PEERS_PER_PAGE });
    count += page.items.length;
    cursor = page.next;
  } while (cursor !== undefined);
  return count;
}
