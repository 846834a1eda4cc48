import { Device } from './devices.ts';
import type { Metered } from './invocation-meter.ts';
import type { MeteredChat } from './metered-chat.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

const PING_EVERY_MIN = 4;

/** What is typical, and what all figures of a person hang on. */
export const MORNING = {
  people: 6,
  messages: 40,
  devices: 2,
  reconnects: 2,
  minutes: 120,
};

const READ_S = 5;
const TYPED_FOR_S = 6;
const TYPING_FRAMES = 2;

export interface Morning {
  /** By what was done. */
  readonly invocations: ReadonlyMap<Doing, readonly Metered[]>;
  readonly connectionMinutes: number;
}

export const DOINGS = ['open', 'write', 'type', 'mark', 'look', 'ping', 'reconnect', 'close'] as const;
export type Doing = (typeof DOINGS)[number];

/**
 * A morning of one person, who has two devices: opens the pages, reads, writes 40 messages to six people and gets as many,
 * loses the socket twice. What the others do is not in it: they have mornings of their own.
 */
export async function playMorning(chat: MeteredChat): Promise<Morning> {
  const invocations = new Map<Doing, Metered[]>(DOINGS.map((doing) => [doing, []]));
  const counted = async (doing: Doing, work: () => Promise<unknown>) => {
    chat.read();
    const result = await work();
    invocations.get(doing)?.push(...chat.read());
    return result;
  };
  const me = await chat.signUp('ann-morning');
  const [laptop, phone] = [new Device(me), new Device(me)];
  const talks = await chat.unmetered(() => yesterday(chat, laptop));
  const time = clockOf(chat, async () => {
    for (const device of [laptop, phone]) await counted('ping', device.ping);
    await chat.unmetered(() => each(talks, ({ peer }) => peer.ping()));
  });

  for (const device of [laptop, phone]) await counted('open', () => device.open());
  // What is not read within two seconds is marked as received: that is, all but the first.
  for (const { peer, last } of talks.slice(1)) {
    await counted('mark', () => laptop.mark(peer.name, { received: last }));
  }
  for (const talk of talks) {
    await counted('look', () => laptop.watch(talk.peer.name));
    await time.pass(READ_S * SECOND_MS);
    await read(counted, laptop, talk);
  }

  let written = 0;
  for (const [number, talk] of talks.entries()) {
    await counted('look', () => laptop.watch(talk.peer.name));
    await chat.unmetered(() => talk.peer.watch(me.name));
    const share = Math.floor((MORNING.messages * (number + 1)) / talks.length) - written;
    for (let i = 0; i < share; i += 1) {
      for (let frame = 0; frame < TYPING_FRAMES; frame += 1) {
        await counted('type', () => laptop.type(talk.peer.name));
        await time.pass((TYPED_FOR_S / TYPING_FRAMES) * SECOND_MS);
      }
      talk.last = (await counted('write', () => laptop.write(talk.peer.name, talk.last))) as number;
      await time.pass((MORNING.minutes * MINUTE_MS) / (2 * MORNING.messages));
      talk.last = await chat.unmetered(() => talk.peer.write(me.name, talk.last));
      await read(counted, laptop, talk);
    }
    written += share;
    const isThird = (number + 1) % Math.ceil(talks.length / MORNING.reconnects) === 0;
    if (isThird) {
      await counted('reconnect', async () => {
        await laptop.lose();
        await laptop.connect();
      });
    }
    await time.pass((MORNING.minutes * MINUTE_MS) / (2.5 * talks.length));
  }
  for (const device of [laptop, phone]) await counted('close', () => device.lose());
  return { invocations, connectionMinutes: MORNING.devices * MORNING.minutes };
}

/** A conversation with somebody who is there all morning. */
interface Talk {
  readonly peer: Device;
  last: number;
}

/** They know each other, and each has written to the other; overnight there came one message more. */
async function yesterday(chat: MeteredChat, laptop: Device): Promise<Talk[]> {
  await laptop.open();
  const talks: Talk[] = [];
  for (let i = 0; i < MORNING.people; i += 1) {
    const peer = new Device(await chat.signUp(`peer-number-${i}`));
    await peer.open();
    const last = await laptop.write(peer.name, 0);
    talks.push({ peer, last: await peer.write(laptop.name, last) });
    await peer.accept(laptop.name);
  }
  await laptop.lose();
  chat.advance(10 * HOUR_MS);
  for (const talk of talks) {
    await talk.peer.ping();
    talk.last = await talk.peer.write(laptop.name, talk.last);
  }
  return talks;
}

async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  for (const item of items) await work(item);
}

type Counted = (doing: Doing, work: () => Promise<unknown>) => Promise<unknown>;

/** The device with the conversation open has received and read it; the other one waits, and has nothing to tell then. */
async function read(counted: Counted, laptop: Device, { peer, last }: Talk): Promise<void> {
  await counted('mark', () => laptop.mark(peer.name, { received: last, read: last }));
}

/** Lets time pass, in which sockets are pinged. */
function clockOf(chat: MeteredChat, ping: () => Promise<void>) {
  let sincePing = 0;
  return {
    async pass(ms: number) {
      let left = ms;
      while (sincePing + left >= PING_EVERY_MIN * MINUTE_MS) {
        const step = PING_EVERY_MIN * MINUTE_MS - sincePing;
        chat.advance(step);
        left -= step;
        sincePing = 0;
        await ping();
      }
      chat.advance(left);
      sincePing += left;
    },
  };
}
