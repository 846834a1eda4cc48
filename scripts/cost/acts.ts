import { Device } from './devices.ts';
import type { Metered } from './invocation-meter.ts';
import type { MeteredChat } from './metered-chat.ts';

/** An hour begins with the message that moves a conversation up in both lists. */
const HOUR_MS = 60 * 60_000;

/** What somebody does once, and what it used. */
export interface Act {
  readonly name: string;
  readonly invocations: readonly Metered[];
}

/** Each thing that people do, done by alice in a conversation with bob that is under way. Each has one page open. */
export async function eachAct(chat: MeteredChat): Promise<Act[]> {
  const [alice, bob] = [await chat.signUp('alice-marlow'), await chat.signUp('bob-marlow')];
  const [laptop, phone, bobs] = [new Device(alice), new Device(alice), new Device(bob)];
  await laptop.open();
  await bobs.open();
  let last = await laptop.write(bob.name, 0);
  last = await bobs.write(alice.name, last);
  await bobs.accept(alice.name);
  const bobWrites = async () => {
    last = await bobs.write(alice.name, last);
  };

  const acts: Act[] = [];
  const act = async (name: string, doIt: () => Promise<unknown>) => {
    chat.read();
    const number = await doIt();
    acts.push({ name, invocations: chat.read() });
    if (typeof number === 'number') last = number;
  };

  await act('a message', () => laptop.write(bob.name, last));
  chat.advance(HOUR_MS);
  await bobs.ping();
  await laptop.ping();
  await act('a message that begins an hour', () => laptop.write(bob.name, last));
  await bobWrites();
  await act('a mark, received and read', () => laptop.mark(bob.name, { received: last, read: last }));
  await act('a conversation opened', () => laptop.watch(bob.name));
  await bobs.watch(alice.name);
  await act('typing, to whom it is seen by', () => laptop.type(bob.name));
  await act('an edit', async () => {
    await laptop.edit(bob.name, last, last - 1);
    return last + 1;
  });
  await act('a reaction', async () => {
    await laptop.react(bob.name, last, last - 2);
    return last + 1;
  });
  await act('a ping', () => laptop.ping());
  await act('a page opened', () => phone.open());
  await act('a message, with a second device of its sender', () => laptop.write(bob.name, last));
  await bobWrites();
  await laptop.mark(bob.name, { received: last });
  await act('a mark that another device was faster with', () => phone.mark(bob.name, { received: last }));
  await act('a socket lost and opened again', async () => {
    await phone.lose();
    await phone.connect();
  });
  await phone.lose();
  await bobs.lose();
  await act('a message to somebody who is away', () => laptop.write(bob.name, last));
  return acts;
}
