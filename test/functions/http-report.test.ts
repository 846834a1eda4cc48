import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Person, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let alice: Person;
let mallory: Person;

beforeAll(async () => {
  world = await startWorld();
  [alice, mallory] = [await signUp(world, 'alice'), await signUp(world, 'mallory')];
  const phone = await mallory.openSocket();
  const messages = [{ clientId: 'm1', text: 'Buy my watches!' }];
  await phone.send({ action: 'send-message', id: 'f1', to: 'alice', after: 0, messages });
});

afterAll(() => world?.stop());

const found = () => world.store.reportReview.find('mallory', 'alice');

describe('a report', () => {
  test.each([
    ['of a person', { with: 'mallory' }, { reason: 'other' }],
    ['with why', { with: 'mallory', reason: 'threat' }, { reason: 'threat' }],
    ['of a message', { with: 'mallory', seq: 1, reason: 'spam' }, { seq: 1, reason: 'spam' }],
    ['with a note', { with: 'mallory', note: 'Jeden Tag 🐘' }, { note: 'Jeden Tag 🐘' }],
  ])('%s takes the place of the last', async (_, body, kept) => {
    expect((await alice.post('/api/report', body)).status).toBe(204);
    const report = await found();
    expect(report).toMatchObject({ ...kept, entries: [{ seq: 1, text: 'Buy my watches!' }] });
    for (const field of ['seq', 'note']) if (!(field in body)) expect(report).not.toHaveProperty(field);
  });

  test.each([
    ['reason', { reason: 'dislike' }],
    ['seq', { seq: 0 }],
    ['seq', { seq: '1' }],
    ['note', { note: '' }],
    ['note', { note: ' ' }],
    ['note', { note: 'x'.repeat(501) }],
    ['note', { note: '\ud83d' }],
    ['at', { at: 1 }],
  ])('is refused for a wrong %s: %j', async (field, fields) => {
    const answer = await alice.post('/api/report', { with: 'mallory', ...fields });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid-request', field } } });
  });

  test('of a message that mallory has not written is refused', async () => {
    const answer = await alice.post('/api/report', { with: 'mallory', seq: 2 });
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'unknown-entry', field: 'seq' } } });
  });
});
