import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { report } from '../../lib/chat/report.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob, mallory } from '../support/people.ts';
import { connect, type Device, send, signUp } from './devices.ts';

let chat: MemoryChat;
let laptop: Device;
let mallorys: Device;
let session: Session;

beforeEach(async () => {
  chat = memoryChat();
  for (const person of [alice, bob, mallory]) await signUp(chat, person);
  laptop = await connect(chat, alice, 'laptop');
  mallorys = await connect(chat, mallory, 'phone');
  session = await signUp(chat, { name: 'witness', displayName: 'Witness' });
  session = { ...session, person: 'alice' };
});

const found = () => chat.reportReview.find('mallory', 'alice');
const texts = async () =>
  (await found())?.entries.map((entry) => ('text' in entry ? entry.text : entry.kind));

describe('a report', () => {
  test('has why, and the newest of what the one who is reported wrote, and nothing of who reports', async () => {
    await send(chat, mallorys, alice, 0, 'Buy my watches!', 'Buy them now!');
    await send(chat, laptop, mallory, 2, 'No.');
    await report(chat, session, { with: 'mallory', reason: 'spam', note: 'Every day.' });
    expect(await found()).toMatchObject({
      about: 'mallory',
      by: 'alice',
      at: chat.clock.now(),
      reason: 'spam',
      note: 'Every day.',
    });
    expect(await texts()).toEqual(['Buy my watches!', 'Buy them now!']);
  });

  test('of a message has that message, although much has been written since', async () => {
    await send(chat, mallorys, alice, 0, 'I know where you live.');
    for (let after = 1; after <= 30; after += 10) {
      await send(chat, mallorys, alice, after, ...Array.from({ length: 10 }, (_, i) => `${after + i}`));
    }
    await report(chat, session, { with: 'mallory', seq: 1, reason: 'threat' });
    const all = await texts();
    expect(all?.[0]).toBe('I know where you live.');
    expect(all).toHaveLength(21);
  });

  test('of a message that is among the newest has it once', async () => {
    await send(chat, mallorys, alice, 0, 'one', 'two');
    await report(chat, session, { with: 'mallory', seq: 2, reason: 'abuse' });
    expect(await texts()).toEqual(['one', 'two']);
    expect((await found())?.seq).toBe(2);
  });

  test.each([
    ['there is none with that number', 9],
    ['it was written by who reports', 2],
  ])('of a message is refused if %s, and nothing is kept', async (_, seq) => {
    await send(chat, mallorys, alice, 0, 'one');
    await send(chat, laptop, mallory, 1, 'two');
    const refused = { code: 'unknown-entry', field: 'seq' };
    const tried = report(chat, session, { with: 'mallory', seq, reason: 'spam' });
    await expect(tried).rejects.toMatchObject(refused);
    expect(await found()).toBeUndefined();
  });

  test('of nobody is refused', async () => {
    const tried = report(chat, session, { with: 'nobody', reason: 'spam' });
    await expect(tried).rejects.toMatchObject({ code: 'unknown-person' });
  });
});
