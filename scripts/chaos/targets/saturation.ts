import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Account, register } from '../../client/account.ts';
import { type ChatSocket, FrameRefused } from '../../client/socket.ts';
import type { DatabaseProxy } from '../database-proxy.ts';
import { PASSWORD } from '../device.ts';
import { addressOf, newName, type Target } from './target.ts';

const SATURATED_S = 10;
const STEADY_S = 20;
const STEADY_PER_SECOND = 5;
const MOST_ROUNDS = 12;
const MOST_WRITES = 1.05;

/** Two people who both write to each other in one conversation: as fast as they can, then at a steady rate. */
export const saturation: Target = async ({ system }) => {
  const puts = countPuts(system.database);
  const talk = await Talk.begin(addressOf(system), addressOf(system, 1));
  const saturated = await talk.write(SATURATED_S);
  const rounds = Math.max(...saturated.map((clientId) => puts.of(clientId)));
  const steady = await talk.write(STEADY_S, 1_000 / STEADY_PER_SECOND);
  const writes = steady.reduce((sum, clientId) => sum + puts.of(clientId), 0) / steady.length;
  await talk.end();
  puts.end();
  return [
    {
      what: `two people saturating one conversation (${Math.round(saturated.length / SATURATED_S)} messages/s): rounds of one message, at worst`,
      target: `<= ${MOST_ROUNDS}`,
      measured: `${rounds}${talk.refusals.map((code) => `, refused: ${code}`)}`,
      isMet: rounds <= MOST_ROUNDS && talk.refusals.length === 0,
    },
    {
      what: `the same at ${STEADY_PER_SECOND} messages/s each: writes per message`,
      target: `<= ${MOST_WRITES}`,
      measured: writes.toFixed(3),
      isMet: writes <= MOST_WRITES,
    },
  ];
};

/** How often a message was tried to be put, by its clientId. */
function countPuts(database: DatabaseProxy): { of(clientId: string): number; end(): void } {
  const counts = new Map<string, number>();
  const end = database.onRequest((operation, body) => {
    const clientId = /"clientId":\{"S":"([^"]*)"\}/.exec(body)?.[1];
    if (operation === 'PutItem' && clientId) counts.set(clientId, (counts.get(clientId) ?? 0) + 1);
  });
  return { of: (clientId) => counts.get(clientId) ?? 0, end: () => void end() };
}

/** Two people with a device each, who know of each other's messages what is pushed to them. */
class Talk {
  readonly refusals: string[] = [];
  #lastSeq = 0;
  readonly #writers: readonly { to: string; socket: ChatSocket }[];

  private constructor(writers: readonly { to: string; socket: ChatSocket }[]) {
    this.#writers = writers;
    for (const { socket } of writers) {
      socket.onEntries(({ entries }) => this.#knows(entries.at(-1)?.seq ?? 0));
    }
  }

  static async begin(...addresses: [string, string]): Promise<Talk> {
    const names = [newName('alice'), newName('bob')] as const;
    const accounts: Account[] = [];
    for (const [i, name] of names.entries()) {
      accounts.push(await register(addresses[i] ?? '', { name, password: PASSWORD }));
    }
    const [alice, bob] = [await accounts[0]?.openSocket(), await accounts[1]?.openSocket()];
    if (!alice || !bob) throw new Error('They have no sockets.');
    const talk = new Talk([
      { to: names[1], socket: alice },
      { to: names[0], socket: bob },
    ]);
    await talk.#send(0, randomUUID());
    return talk;
  }

  /** @param everyMs without it, as soon as the last is answered. @returns the clientIds of what is stored */
  async write(seconds: number, everyMs?: number): Promise<string[]> {
    const end = performance.now() + seconds * 1_000;
    const stored: string[] = [];
    const writing = this.#writers.map(async (_, who) => {
      const under: Promise<void>[] = [];
      // People write at no fixed moments: half as long apart, or half as long again.
      const next = () => (everyMs ?? 0) * (0.5 + Math.random());
      for (let due = performance.now() + next(); performance.now() < end; due += next()) {
        if (everyMs !== undefined) await wait(Math.max(0, due - performance.now()));
        const clientId = randomUUID();
        const sending = this.#send(who, clientId).then((isStored) => {
          if (isStored) stored.push(clientId);
        });
        under.push(sending);
        if (everyMs === undefined) await sending;
      }
      await Promise.all(under);
    });
    await Promise.all(writing);
    return stored;
  }

  async end(): Promise<void> {
    for (const { socket } of this.#writers) await socket.close();
  }

  async #send(who: number, clientId: string): Promise<boolean> {
    const { to, socket } = this.#writers[who] as { to: string; socket: ChatSocket };
    try {
      const { stored } = await socket.send({
        to,
        after: this.#lastSeq,
        messages: [{ clientId, text: clientId }],
      });
      this.#knows(stored[0]?.seq ?? 0);
      return true;
    } catch (error) {
      if (!(error instanceof FrameRefused)) throw error;
      this.refusals.push(error.code);
      return false;
    }
  }

  #knows(seq: number): void {
    this.#lastSeq = Math.max(this.#lastSeq, seq);
  }
}
