import type { Action } from '../../../frontend/state/actions.ts';
import { type Conversation, NO_CONVERSATION, type State } from '../../../frontend/state/model.ts';
import { lastSeq } from '../../../frontend/state/run.ts';
import { noItems } from '../../../frontend/store/items.ts';
import type { ClientFrame } from '../../../lib/protocol/client-frames.ts';
import type { ServerFrame } from '../../../lib/protocol/server-frames.ts';
import type { Marks } from '../../../lib/protocol/side.ts';
import type { Mutant } from './mutant.ts';

/** Mistakes in what the pages do. */
export const MUTANTS_OF_THE_PAGES: readonly Mutant[] = [
  {
    name: 'forgets what was not sent when it is loaded again',
    device: (device) => ({ ...device, of: (person) => ({ ...device.of(person), outbox: noItems() }) }),
  },
  {
    name: 'does not ask what it has missed',
    answered: (path, body) => (path === '/api/conversations' ? { conversations: [] } : body),
  },
  {
    name: 'goes on behind a hole',
    reduce: (reduce, state, action) =>
      changed(reduce(state, action), (held) =>
        held.aside.length === 0 ? held : { ...held, entries: [...held.entries, ...held.aside], aside: [] },
      ),
  },
  {
    name: 'takes what is pushed without a look at its number',
    reduce: (reduce, state, action) => {
      const next = reduce(state, action);
      if (action.type !== 'entries-pushed') return next;
      const known = action.entries.filter(({ seq }) => {
        return seq <= lastSeq(state.conversations.get(action.with) ?? NO_CONVERSATION);
      });
      if (known.length === 0) return next;
      return changed(next, (held, name) =>
        name === action.with ? { ...held, entries: [...held.entries, ...known] } : held,
      );
    },
  },
  {
    name: 'takes marks as they are told, also those that come late',
    reduce: (reduce, state, action) => {
      const told = marksTold(action);
      return changed(reduce(state, action), (held, name) => {
        const marks = told.get(name);
        return marks ? { ...held, theirs: { ...held.theirs, ...marks } } : held;
      });
    },
  },
  {
    name: 'loses what is pushed over a socket that took the place of another',
    arriving: (frame, { before }) => (before > 0 && !('id' in frame) ? undefined : frame),
  },
  {
    name: 'sends under another name what another tab has written',
    leaving: (frame, { tab }) => withClientIds(frame, (clientId) => `${clientId}_${tab}`),
    arriving: (frame, { tab }) => withStoredIds(frame, (clientId) => clientId.replace(`_${tab}`, '')),
  },
  {
    name: 'sends under another name over another socket',
    leaving: (frame, { before }) => withClientIds(frame, (clientId) => `${clientId}_${before}`),
    arriving: (frame, { before }) => withStoredIds(frame, (clientId) => clientId.replace(`_${before}`, '')),
  },
  {
    name: 'forgets to end its timers',
    forgetsTimers: true,
  },
];

/** What an action says of the others' marks, by who they are. */
function marksTold(action: Action): ReadonlyMap<string, Partial<Marks>> {
  if (action.type === 'receipt') return new Map([[action.with, action.marks]]);
  if (action.type === 'entries-fetched' && action.theirs) return new Map([[action.with, action.theirs]]);
  if (action.type !== 'conversations-listed') return new Map();
  return new Map(action.page.conversations.map((listed) => [listed.with.name, listed.theirs]));
}

function changed(state: State, change: (held: Conversation, name: string) => Conversation): State {
  const conversations = new Map(
    [...state.conversations].map(([name, held]) => [name, change(held, name)] as const),
  );
  return { ...state, conversations };
}

function withClientIds(frame: ClientFrame, change: (clientId: string) => string): ClientFrame {
  if (frame.action !== 'send-message') return frame;
  const messages = frame.messages.map((message) => ({ ...message, clientId: change(message.clientId) }));
  return { ...frame, messages };
}

function withStoredIds(frame: ServerFrame, change: (clientId: string) => string): ServerFrame {
  if (frame.action !== 'stored') return frame;
  const stored = frame.stored.map((each) => ({ ...each, clientId: change(each.clientId) }));
  return { ...frame, stored };
}
