import { register } from '../client/account.ts';
import type { ChatSocket } from '../client/socket.ts';
import type { Talk, Writer } from './talk.ts';

/** Signs people up, in pairs, and opens a socket for each. */
export async function openPairs(address: string, count: number): Promise<Talk[]> {
  const pairs: Talk[] = [];
  // Another run of the same bench finds the names of this one taken.
  const run = Date.now().toString(36);
  for (let i = 0; i < count; i += 1) pairs.push(await openPair(address, `bench-${run}-${i}`));
  return pairs;
}

async function openPair(address: string, name: string): Promise<Talk> {
  const names = [`${name}-left`, `${name}-right`] as const;
  const [left, right] = [await openSocketOf(address, names[0]), await openSocketOf(address, names[1])];
  /** The last seq that either has seen; both are in this process, so they know the same. */
  let lastSeq = 0;
  const writer = (socket: ChatSocket, to: string): Writer => ({
    async say(clientId, text) {
      const { stored } = await socket.send({ to, after: lastSeq, messages: [{ clientId, text }] });
      lastSeq = Math.max(lastSeq, stored[0]?.seq ?? 0);
    },
  });
  const talk: Talk = {
    writers: [writer(left, names[1]), writer(right, names[0])],
    onDelivered: () => {},
    close: async () => void (await Promise.all([left.close(), right.close()])),
  };
  for (const socket of [left, right]) {
    socket.onEntries(({ entries }) => {
      for (const { seq, clientId } of entries) {
        lastSeq = Math.max(lastSeq, seq);
        talk.onDelivered(clientId);
      }
    });
  }
  return talk;
}

async function openSocketOf(address: string, name: string): Promise<ChatSocket> {
  const account = await register(address, { name, password: 'a password for the bench' });
  return account.openSocket();
}
