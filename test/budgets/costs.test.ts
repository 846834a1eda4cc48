import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Act, eachAct } from '../../scripts/cost/acts.ts';
import { type MeteredChat, startMeteredChat } from '../../scripts/cost/metered-chat.ts';
import { usageOf } from '../../scripts/cost/report.ts';
import { costOf, costOfServing, MILLION, type Usage } from '../../scripts/cost/usage.ts';

jest.setTimeout(180_000);

let chat: MeteredChat;
let acts: readonly Act[];

beforeAll(async () => {
  chat = await startMeteredChat();
  acts = await eachAct(chat);
});

afterAll(() => chat?.stop());

function invocationsOf(wanted: string) {
  const { invocations } = acts.find(({ name }) => name === wanted) ?? {};
  if (!invocations) throw new Error(`Nobody does ${wanted}.`);
  return invocations;
}

const used = (wanted: string): Usage => usageOf(invocationsOf(wanted));
const perMillion = (wanted: string) => MILLION * costOf(used(wanted));

describe('a message', () => {
  test('is one write, and at most two reads', () => {
    expect(used('a message').writeUnits).toBeLessThanOrEqual(1.05);
    expect(used('a message').readUnits).toBeLessThanOrEqual(2);
  });

  test('is stored by the second round of requests to the database', () => {
    expect(invocationsOf('a message').map(({ databaseRounds }) => databaseRounds)).toEqual([2]);
  });

  test('is one frame in, its answer, and a push for each other device', () => {
    expect(used('a message')).toMatchObject({ frames: 1, answers: 1, pushes: 1 });
    expect(used('a message, with a second device of its sender')).toMatchObject({ answers: 1, pushes: 2 });
    expect(used('a message to somebody who is away')).toMatchObject({ answers: 1, pushes: 0 });
  });

  test('costs at most $4.30 per million to serve', () => {
    expect(MILLION * costOfServing(used('a message'))).toBeLessThanOrEqual(4.3);
  });

  test('costs at most $4.60 with what tells of it, the log above all', () => {
    expect(perMillion('a message')).toBeLessThanOrEqual(4.6);
  });
});

test('docs/costs.md says what is counted now; npm run cost writes it anew', () => {
  const page = readFileSync(new URL('../../docs/costs.md', import.meta.url), 'utf8');
  for (const { name } of acts) {
    const { frames, answers, pushes, httpRequests, writeUnits, readUnits } = used(name);
    const counts = [frames, answers, pushes, httpRequests, writeUnits, readUnits].join(' | ');
    expect(page).toContain(`| ${name} | ${counts} |`);
  }
});

describe('what people do', () => {
  test('scans no table and waits for no transaction', () => {
    const operations = acts.flatMap(({ invocations }) =>
      invocations.flatMap((invocation) => Object.keys(invocation.operations)),
    );
    expect(new Set(operations)).toEqual(
      new Set(['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem']),
    );
  });

  test('is dearer than a message by what it does more, and by nothing else', () => {
    expect(perMillion('a mark, received and read')).toBeLessThanOrEqual(5.2);
    expect(perMillion('typing, to whom it is seen by')).toBeLessThanOrEqual(2.7);
    expect(perMillion('a ping')).toBeLessThanOrEqual(4.2);
    expect(perMillion('a conversation opened')).toBeLessThanOrEqual(4.4);
  });

  test('a page is opened with three requests and one frame', () => {
    expect(used('a page opened')).toMatchObject({ httpRequests: 3, frames: 1, answers: 1 });
  });
});
