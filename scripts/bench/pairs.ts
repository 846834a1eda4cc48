import { register } from '../client/account.ts';
import type { ChatSocket } from '../client/socket.ts';

/** A person of a pair, with one device. */
export interface Writer {
  readonly to: string;
  readonly socket: ChatSocket;
}

/** Two people who write to each other. */
export interface Pair {
  readonly writers: readonly [Writer, Writer];
  /** The last seq that either has seen; both are in this process, so they know the same. */
  lastSeq: number;
  /** Is told the clientIds of what arrives at the other's device. */
  onDelivered: (clientId: string) => void;
  close(): Promise<void>;
}

/** Signs people up and opens a socket for each. */
export async function openPairs(address: string, count: number): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let i = 0; i < count; i += 1) pairs.push(await openPair(address, `bench-${i}`));
  return pairs;
}

async function openPair(address: string, name: string): Promise<Pair> {
  const open = async (own: string, to: string): Promise<Writer> => {
    const account = await register(address, { name: own, password: 'a password for the bench' });
    return { to, socket: await account.openSocket() };
  };
  const [left, right] = [`${name}-left`, `${name}-right`];
  const writers = [await open(left, right), await open(right, left)] as const;
  const pair: Pair = {
    writers,
    lastSeq: 0,
    onDelivered: () => {},
    close: async () => void (await Promise.all(writers.map(({ socket }) => socket.close()))),
  };
  for (const { socket } of writers) {
    socket.onEntries(({ entries }) => {
      for (const { seq, clientId } of entries) {
        pair.lastSeq = Math.max(pair.lastSeq, seq);
        pair.onDelivered(clientId);
      }
    });
  }
  return pair;
}
