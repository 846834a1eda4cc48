import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Entry } from '../../lib/protocol/entries.ts';
import { type Account, logIn, register } from '../../scripts/client/account.ts';
import { type ChatSocket, FrameRefused } from '../../scripts/client/socket.ts';

const PASSWORD = 'a password for the test';

/** A message whose sender was told that it is stored; moments are counted, not timed. */
interface Answered {
  readonly from: string;
  readonly clientId: string;
  readonly seq: number;
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** Two people who write to each other without a pause, each at a server of their own, whatever becomes of it. */
export class Traffic {
  readonly answered: Answered[] = [];
  readonly #addresses: readonly string[];
  readonly #names: readonly [string, string];
  #isOn = true;
  #moment = 0;
  #listeners = new Set<() => void>();
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(addresses: readonly string[], names: readonly [string, string]) {
    this.#addresses = addresses;
    this.#names = names;
  }

  static async start(addresses: readonly string[]): Promise<Traffic> {
    const run = randomUUID().slice(0, 8);
    const names = [`alice-${run}`, `bob-${run}`] as const;
    const traffic = new Traffic(addresses, names);
    for (const name of names) await register(addresses[0] ?? '', { name, password: PASSWORD });
    traffic.#writing = Promise.all(names.map((_, i) => traffic.#write(i)));
    return traffic;
  }

  /** Resolves when so many more messages have been answered, of each of the two. */
  more(count: number): Promise<void> {
    const of = (name: string) => this.answered.filter(({ from }) => from === name).length;
    const wanted = this.#names.map((name) => of(name) + count);
    return new Promise((resolve) => {
      const look = () => {
        if (this.#names.some((name, i) => of(name) < (wanted[i] ?? 0))) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** Ends the writing, and checks that nothing that was answered is lost, doubled or out of order. */
  async endAndCheck(): Promise<void> {
    this.#isOn = false;
    await this.#writing;
    const [alice, bob] = this.#names;
    const account = await logIn(this.#addresses[0] ?? '', { name: alice, password: PASSWORD });
    const log: Entry[] = [];
    for (let more = true; more; ) {
      const page = await account.entries(bob, { after: log.length });
      log.push(...page.entries);
      more = page.more;
    }
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
    expect(new Set(log.map(({ clientId }) => clientId)).size).toBe(log.length);
    expect(log).toHaveLength(this.answered.length);
    for (const { from, clientId, seq } of this.answered)
      expect(log[seq - 1]).toMatchObject({ from, clientId });
    for (const earlier of this.answered) {
      const later = this.answered.filter(({ sentAt }) => sentAt > earlier.answeredAt);
      expect(later.every(({ seq }) => seq > earlier.seq)).toBe(true);
    }
  }

  async #write(person: number): Promise<void> {
    const from = this.#names[person] ?? '';
    const to = this.#names[1 - person] ?? '';
    let device: Device | undefined;
    let after = 0;
    let tries = person;
    while (this.#isOn) {
      const clientId = randomUUID();
      this.#moment += 1;
      const sentAt = this.#moment;
      for (let seq: number | undefined; seq === undefined; ) {
        try {
          device ??= await openDevice(this.#addresses[tries % this.#addresses.length] ?? '', from);
          seq = await device.send(to, after, clientId);
          after = seq;
          this.#moment += 1;
          this.answered.push({ from, clientId, seq, sentAt, answeredAt: this.#moment });
          for (const listener of [...this.#listeners]) listener();
        } catch {
          // Whatever it was: the same again, elsewhere, as soon as that answers.
          await device?.close();
          device = undefined;
          tries += 1;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    }
    await device?.close();
  }
}

/** Somebody's socket, and the way to ask for what it missed. */
class Device {
  readonly #account: Account;
  readonly #socket: ChatSocket;

  constructor(account: Account, socket: ChatSocket) {
    this.#account = account;
    this.#socket = socket;
  }

  /** @returns the message's place in the log */
  async send(to: string, after: number, clientId: string): Promise<number> {
    try {
      const messages = [{ clientId, text: clientId }];
      const { stored } = await this.#socket.send({ to, after, messages });
      return stored[0]?.seq ?? 0;
    } catch (error) {
      if (!(error instanceof FrameRefused) || error.code !== 'behind') throw error;
      return this.#sendFromTheEnd(to, after, clientId);
    }
  }

  async #sendFromTheEnd(to: string, after: number, clientId: string): Promise<number> {
    let last = after;
    for (let more = true; more; ) {
      const page = await this.#account.entries(to, { after: last });
      const found = page.entries.find((entry) => entry.clientId === clientId);
      if (found) return found.seq;
      last = page.entries.at(-1)?.seq ?? last;
      more = page.more;
    }
    return this.send(to, last, clientId);
  }

  close(): Promise<void> {
    return this.#socket.close();
  }
}

async function openDevice(address: string, name: string): Promise<Device> {
  const account = await logIn(address, { name, password: PASSWORD });
  return new Device(account, await account.openSocket());
}
