import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Action } from '../../frontend/state/actions.ts';
import { NO_CONVERSATION, type State } from '../../frontend/state/model.ts';
import { hasHole, lastSeq } from '../../frontend/state/run.ts';
import { shownMessages } from '../../frontend/state/shown-messages.ts';
import { NO_MARKS, NO_SIDE, unreadCount } from '../../frontend/state/sides.ts';
import { createStore } from '../../frontend/state/store.ts';
import { withoutDeleted } from '../../frontend/store/kept-entries.ts';
import type { Entry, MessageEntry } from '../../lib/protocol/entries.ts';
import type { Conversation } from '../../lib/protocol/rest.ts';
import type { Marks, Side } from '../../lib/protocol/side.ts';

/** What a list says of both sides. */
type Sides = Pick<Conversation, 'side' | 'theirs'>;

const LONGEST_LOG = 40;

const placed = (from: string, i: number) => ({
  seq: i + 1,
  from,
  clientId: `id-${i + 1}`,
  at: 1_000 + i,
  messages: i + 1,
});

const messageBy = (from: string, i: number): MessageEntry => ({
  kind: 'message',
  ...placed(from, i),
  text: `text ${i + 1}`,
});

/** A log between alice and bob, who write in some order. */
const logs = fc
  .array(fc.constantFrom('alice', 'bob'), { minLength: 1, maxLength: LONGEST_LOG })
  .map((writers) => writers.map(messageBy));

const acts = fc.record({
  from: fc.constantFrom('alice', 'bob'),
  kind: fc.constantFrom('message', 'message', 'edit', 'deletion', 'reaction'),
  back: fc.integer({ min: 1, max: 6 }),
  emoji: fc.constantFrom('👍', '❤️', null),
});

/** A log in which alice and bob also edit, delete and react; not all of it is about something that may be so changed. */
const logsOfAllKinds = fc.array(acts, { minLength: 1, maxLength: LONGEST_LOG }).map((list) =>
  list.map(({ from, kind, back, emoji }, i): Entry => {
    const about = { ...placed(from, i), target: Math.max(1, i + 1 - back) };
    if (kind === 'edit') return { kind, ...about, text: `edit ${i + 1}` };
    if (kind === 'deletion') return { kind, ...about };
    if (kind === 'reaction') return { kind, ...about, emoji };
    return messageBy(from, i);
  }),
);

/** The log as the server gives it later: without the texts of what was deleted. */
function asItIsLater(log: readonly Entry[]): Entry[] {
  const deletions = log.filter(({ kind, from, ...entry }) => {
    const target = 'target' in entry ? log[entry.target - 1] : undefined;
    return kind === 'deletion' && target?.kind === 'message' && target.from === from;
  });
  const deleted = deletions.map((entry) => ('target' in entry ? entry.target : 0));
  return log.map((entry) => deleted.reduce(withoutDeleted, entry));
}

/** Pieces of the log as pushes bring them: any piece, in any order, as often as they like, or never. */
const pushesOf = (log: readonly Entry[]) =>
  fc.array(
    fc
      .tuple(fc.nat(log.length - 1), fc.integer({ min: 1, max: 5 }))
      .map(([from, count]) => log.slice(from, from + count)),
    { maxLength: 60 },
  );

/** My side with a mark somewhere in the log, as the server would say it. */
const sideAt = (log: readonly Entry[], read: number): Side => ({
  received: read,
  read,
  readMessages: log[read - 1]?.messages ?? 0,
});

/** The state of alice after she has signed in and held the log up to some number. */
function aliceHolding(
  entries: readonly Entry[],
  sides: Sides = { side: NO_SIDE, theirs: NO_MARKS },
): { state: () => State; dispatch: (action: Action) => void } {
  const store = createStore();
  const bob = { name: 'bob', displayName: 'Bob' };
  const me = { name: 'alice', displayName: 'Alice' };
  store.dispatch({
    type: 'bootstrapped',
    bootstrap: {
      me,
      people: { people: [me, bob] },
      conversations: { conversations: entries.length > 0 ? [{ with: bob, entries, ...sides }] : [] },
      pinned: [],
      preferences: { readReceipts: true, presence: true },
      socket: { url: '/socket', ticket: 'unused' },
    },
    outbox: [],
    wishes: [],
    drafts: new Map(),
    composing: new Map(),
  });
  return store;
}

const heldOf = (state: State) => state.conversations.get('bob') ?? NO_CONVERSATION;

describe('whatever order frames come in, and however often', () => {
  test('what is shown has no hole and no double, and asking for the rest gives the log', () => {
    const cases = logs.chain((log) => fc.tuple(fc.constant(log), fc.nat(log.length), pushesOf(log)));
    fc.assert(
      fc.property(cases, ([log, known, pushes]) => {
        const alice = aliceHolding(log.slice(0, known));
        for (const entries of pushes) {
          alice.dispatch({ type: 'entries-pushed', with: 'bob', entries });
          const shown = heldOf(alice.state()).entries;
          expect(shown).toEqual(log.slice(0, shown.length));
          expect(shown.length).toBeGreaterThanOrEqual(known);
        }
        const after = lastSeq(heldOf(alice.state()));
        alice.dispatch({ type: 'entries-fetched', with: 'bob', after, entries: log.slice(after) });
        expect(heldOf(alice.state()).entries).toEqual(log);
        expect(hasHole(heldOf(alice.state()))).toBe(false);
      }),
    );
  });

  test('a message of mine is shown exactly once, from the moment it is typed', () => {
    const cases = logs.chain((log) => fc.tuple(fc.constant(log), pushesOf(log)));
    fc.assert(
      fc.property(cases, ([log, pushes]) => {
        const alice = aliceHolding([]);
        const mine = log.filter(({ from }) => from === 'alice');
        for (const [i, { clientId, text }] of mine.entries()) {
          const item = {
            kind: 'message' as const,
            clientId,
            to: 'bob',
            text,
            after: 0,
            typedAt: i,
            state: 'waiting' as const,
          };
          alice.dispatch({ type: 'message-typed', item });
        }
        for (const entries of [...pushes, log]) {
          alice.dispatch({ type: 'entries-pushed', with: 'bob', entries });
          const shown = shownMessages(alice.state(), 'bob').filter((message) => message.mine);
          expect(shown.map(({ clientId }) => clientId).sort()).toEqual(
            mine.map(({ clientId }) => clientId).sort(),
          );
        }
        expect(alice.state().outbox).toEqual([]);
      }),
    );
  });

  test('the answer to a frame and the push of the same entries give the same', () => {
    const cases = logs.chain((log) => fc.tuple(fc.constant(log), fc.boolean()));
    fc.assert(
      fc.property(cases, ([log, pushComesFirst]) => {
        const alice = aliceHolding([]);
        for (const { clientId, text, seq } of log) {
          const item = {
            kind: 'message' as const,
            clientId,
            to: 'bob',
            text,
            after: 0,
            typedAt: seq,
            state: 'waiting' as const,
          };
          alice.dispatch({ type: 'message-typed', item });
        }
        const mine = log.map((entry) => ({ ...entry, from: 'alice' }));
        const push: Action = { type: 'entries-pushed', with: 'bob', entries: mine };
        const answer: Action = {
          type: 'messages-stored',
          with: 'bob',
          stored: mine.map(({ clientId, seq, at, messages }) => ({ clientId, seq, at, messages })),
        };
        for (const action of pushComesFirst ? [push, answer] : [answer, push]) alice.dispatch(action);
        expect(heldOf(alice.state()).entries).toEqual(mine);
        expect(alice.state().outbox).toEqual([]);
      }),
    );
  });

  test('earlier pages join on in front, whatever is pushed meanwhile', () => {
    const cases = logs.chain((log) => fc.tuple(fc.constant(log), fc.nat(log.length), pushesOf(log)));
    fc.assert(
      fc.property(cases, ([log, from, pushes]) => {
        const alice = aliceHolding(log.slice(from));
        for (const entries of pushes) alice.dispatch({ type: 'entries-pushed', with: 'bob', entries });
        const [first] = heldOf(alice.state()).entries;
        if (!first) return;
        alice.dispatch({ type: 'earlier-fetched', with: 'bob', entries: log.slice(0, first.seq - 1) });
        const held = heldOf(alice.state()).entries;
        expect(held).toEqual(log.slice(0, held.length));
      }),
    );
  });

  test('messages are shown as all that was done to them has made them, and what of that was sent is known', () => {
    const cases = logsOfAllKinds.chain((log) =>
      fc.tuple(fc.constant(log), fc.nat(log.length), pushesOf(log)),
    );
    fc.assert(
      fc.property(cases, ([log, known, pushes]) => {
        const alice = aliceHolding(log.slice(0, known));
        for (const entries of pushes) alice.dispatch({ type: 'entries-pushed', with: 'bob', entries });
        const after = lastSeq(heldOf(alice.state()));
        const rest = asItIsLater(log).slice(after);
        alice.dispatch({ type: 'entries-fetched', with: 'bob', after, entries: rest });
        const other = aliceHolding(structuredClone(asItIsLater(log)));
        expect(shownMessages(alice.state(), 'bob')).toEqual(shownMessages(other.state(), 'bob'));
      }),
    );
  });

  test('marks never go back, and end where the furthest that was told has them', () => {
    const marksIn = (log: readonly Entry[]) =>
      fc.record({ received: fc.nat(log.length), read: fc.nat(log.length) });
    const cases = logs.chain((log) => fc.tuple(fc.constant(log), fc.array(marksIn(log), { maxLength: 30 })));
    fc.assert(
      fc.property(cases, ([log, receipts]) => {
        const alice = aliceHolding(log);
        const furthest = { received: 0, read: 0 };
        for (const marks of receipts) {
          const before = heldOf(alice.state()).theirs;
          alice.dispatch({ type: 'receipt', with: 'bob', marks });
          const { received, read }: Marks = heldOf(alice.state()).theirs;
          expect(received).toBeGreaterThanOrEqual(before.received);
          expect(read).toBeGreaterThanOrEqual(before.read);
          furthest.received = Math.max(furthest.received, marks.received);
          furthest.read = Math.max(furthest.read, marks.read);
        }
        expect(heldOf(alice.state()).theirs).toEqual(furthest);
      }),
    );
  });

  test('what is unread comes out the same, in whatever order pushes of entries and of sides come', () => {
    const cases = logs.chain((log) =>
      fc.tuple(
        fc.constant(log),
        fc.nat(log.length),
        pushesOf(log),
        fc.array(fc.nat(log.length), { maxLength: 20 }),
        fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }),
      ),
    );
    fc.assert(
      fc.property(cases, ([log, known, pushes, reads, turns]) => {
        const alice = aliceHolding(log.slice(0, known), { side: sideAt(log, 0), theirs: NO_MARKS });
        const entries: Action[] = pushes.map((run) => ({
          type: 'entries-pushed',
          with: 'bob',
          entries: run,
        }));
        const sides: Action[] = reads.map((read) => ({
          type: 'side-said',
          with: 'bob',
          side: sideAt(log, read),
        }));
        while (entries.length + sides.length > 0) {
          const first = turns.pop() ? entries : sides;
          const next = first.shift() ?? entries.shift() ?? sides.shift();
          if (next) alice.dispatch(next);
        }
        const after = lastSeq(heldOf(alice.state()));
        alice.dispatch({ type: 'entries-fetched', with: 'bob', after, entries: log.slice(after) });
        const read = Math.max(0, ...reads);
        alice.dispatch({ type: 'side-said', with: 'bob', side: sideAt(log, read) });

        const unread = log.filter(({ seq, from }) => seq > read && from === 'bob').length;
        expect(unreadCount(heldOf(alice.state()), 'alice', 'bob')).toBe(unread);
      }),
    );
  });

  test('what is done to a message is shown from the moment it is done, and the same once it is stored', () => {
    fc.assert(
      fc.property(logsOfAllKinds, (log) => {
        const first = log.findIndex(({ kind, from }) => kind !== 'message' && from === 'alice');
        const act = log[first];
        if (!act || act.kind === 'message' || act.kind === 'departure') return;
        const alice = aliceHolding(log.slice(0, first));
        const item = { ...act, to: 'bob', after: first, typedAt: act.at, state: 'waiting' as const };
        alice.dispatch({ type: 'message-typed', item });
        const atOnce = shownMessages(alice.state(), 'bob');
        const { clientId, seq, at, messages } = act;
        const stored = [{ clientId, seq, at, messages }];
        alice.dispatch({ type: 'messages-stored', with: 'bob', stored });
        expect(alice.state().outbox).toEqual([]);
        const now = shownMessages(alice.state(), 'bob');
        expect(now).toEqual(atOnce.map((message) => ({ ...message, state: 'stored' })));
      }),
    );
  });

  test('what was read here is not unread again, whatever the server, who may not know it yet, says', () => {
    const cases = logs.chain((log) =>
      fc.tuple(fc.constant(log), fc.integer({ min: 1, max: log.length }), fc.array(fc.nat(log.length))),
    );
    fc.assert(
      fc.property(cases, ([log, read, said]) => {
        const alice = aliceHolding(log, { side: sideAt(log, 0), theirs: NO_MARKS });
        alice.dispatch({ type: 'read-up-to', with: 'bob', seq: read });
        for (const seq of said) alice.dispatch({ type: 'side-said', with: 'bob', side: sideAt(log, seq) });
        expect(heldOf(alice.state()).side.read).toBe(Math.max(read, ...said));
      }),
    );
  });
});
