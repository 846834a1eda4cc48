import { conversationOf } from '../../lib/chat/conversation.ts';

const HOUR_MS = 60 * 60_000;
const ENTRIES_OF_A_PEER = 20;

/** Somebody of many. */
export function nameOf(number: number): string {
  return `person-${String(number).padStart(7, '0')}`;
}

/** The profiles of people from one number up to, but without, another. */
export function* profiles(from: number, to: number): Generator<object> {
  for (let number = from; number < to; number += 1) {
    const displayName = `Person ${number}`;
    yield {
      person: nameOf(number),
      record: 'profile',
      directory: 'everybody',
      displayName,
      passwordHash: 'none',
    };
  }
}

/** That somebody has a conversation with each of the first people. */
export function* peers(person: string, count: number): Generator<object> {
  for (let number = 0; number < count; number += 1) {
    yield { person, record: `peer#${nameOf(number)}`, activeAt: Date.now() - number * HOUR_MS };
  }
}

/** What is written in them. */
export function* talks(person: string, count: number): Generator<object> {
  for (let number = 0; number < count; number += 1) {
    const conversation = conversationOf(person, nameOf(number));
    for (let seq = 1; seq <= ENTRIES_OF_A_PEER; seq += 1) {
      const [clientId, at] = [`written-${seq}`, Date.now() - number * HOUR_MS];
      yield {
        conversation,
        seq,
        kind: 'message',
        from: person,
        clientId,
        at,
        messages: seq,
        text: 'On my way!',
      };
    }
  }
}

/** The sockets of people from one number up to, but without, another: one each. */
export function* sockets(from: number, to: number): Generator<object> {
  for (let number = from; number < to; number += 1) {
    const connectionId = `socket-${String(number).padStart(9, '0')}`;
    yield { person: nameOf(number), connectionId, session: 'none', leaseEndsAt: Date.now() + HOUR_MS };
  }
}
