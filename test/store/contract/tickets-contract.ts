import { describe, expect, test } from '@jest/globals';
import type { Ticket } from '../../../lib/chat/connection-ports.ts';
import type { Store } from '../../../lib/chat/ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';
import { NAMES_OF_PROPERTIES } from '../../support/people.ts';

const TAKERS = 20;
const ROUNDS = 40;
const BEFORE_ITS_END = NOON - 1;

const freshTicket = (person = 'alice'): Ticket => ({
  secret: fresh('Se_cret'),
  person,
  session: 'session',
  expiresAt: NOON,
});

export function ticketsContract(store: () => Store): void {
  const tickets = () => store().tickets;

  describe('a ticket', () => {
    test('is taken as it was added', async () => {
      const ticket = freshTicket();
      await tickets().add(ticket);
      expect(await tickets().take(ticket.secret, BEFORE_ITS_END)).toEqual(ticket);
    });

    test('is taken once', async () => {
      const ticket = freshTicket();
      await tickets().add(ticket);
      await tickets().take(ticket.secret, BEFORE_ITS_END);
      expect(await tickets().take(ticket.secret, BEFORE_ITS_END)).toBeUndefined();
    });

    test(`is taken by exactly one of ${TAKERS} at the same time`, async () => {
      // Often, because a race is not lost every time: DynamoDB Local did let several have one ticket.
      for (let round = 0; round < ROUNDS; round += 1) {
        const ticket = freshTicket();
        await tickets().add(ticket);
        const taken = await Promise.all(
          Array.from({ length: TAKERS }, () => tickets().take(ticket.secret, BEFORE_ITS_END)),
        );
        expect(taken.filter((each) => each !== undefined)).toEqual([ticket]);
      }
    });

    test.each([NOON, NOON + 1, NOON * 2])('that expires at noon is worth nothing at %i', async (now) => {
      const ticket = freshTicket();
      await tickets().add(ticket);
      expect(await tickets().take(ticket.secret, now)).toBeUndefined();
    });

    test('that nobody was given is worth nothing, nor is an empty one', async () => {
      expect(await tickets().take(fresh('invented'), BEFORE_ITS_END)).toBeUndefined();
      expect(await tickets().take('', BEFORE_ITS_END)).toBeUndefined();
    });

    test('is worth nothing in part or with more behind it', async () => {
      const ticket = freshTicket();
      await tickets().add(ticket);
      expect(await tickets().take(ticket.secret.slice(0, -1), BEFORE_ITS_END)).toBeUndefined();
      expect(await tickets().take(`${ticket.secret}=`, BEFORE_ITS_END)).toBeUndefined();
      expect(await tickets().take(ticket.secret.toUpperCase(), BEFORE_ITS_END)).toBeUndefined();
      expect(await tickets().take(ticket.secret, BEFORE_ITS_END)).toEqual(ticket);
    });

    test('leaves the other tickets of its person as they are', async () => {
      const [one, other] = [freshTicket(), freshTicket()];
      await tickets().add(one);
      await tickets().add(other);
      await tickets().take(one.secret, BEFORE_ITS_END);
      expect(await tickets().take(other.secret, BEFORE_ITS_END)).toEqual(other);
    });

    test.each(NAMES_OF_PROPERTIES)('may be that of %s, and be that itself', async (name) => {
      expect(await tickets().take(name, BEFORE_ITS_END)).toBeUndefined();
      const ticket = { ...freshTicket(name), secret: name };
      await tickets().add(ticket);
      expect(await tickets().take(name, BEFORE_ITS_END)).toEqual(ticket);
    });
  });
}
