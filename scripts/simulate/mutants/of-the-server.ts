import type { Entry } from '../../../lib/protocol/entries.ts';
import type { Mutant } from './mutant.ts';

/** Later than what is told of it in the meantime. */
const BELATED_MS = 40;

const APPENDING = ['send-message', 'edit-message', 'delete-message', 'react'];

/** Mistakes in what the server does. */
export const MUTANTS_OF_THE_SERVER: readonly Mutant[] = [
  {
    name: 'does not look whether it was stored before',
    chat: (chat, what) => ({
      ...chat,
      entries: {
        ...chat.entries,
        from: async (...range) => {
          const read = await chat.entries.from(...range);
          return APPENDING.includes(what) ? read.map((entry): Entry => ({ ...entry, clientId: '' })) : read;
        },
      },
    }),
  },
  {
    name: 'answers before it is stored',
    chat: (chat, _, scheduler) => ({
      ...chat,
      entries: {
        ...chat.entries,
        put: async (conversation, entry) => {
          const put = () => void chat.entries.put(conversation, entry).catch(() => {});
          scheduler.after(BELATED_MS, 'a belated put', put);
          return undefined;
        },
      },
    }),
  },
  {
    name: 'counts on where a number is taken, and does not look at what has it',
    chat: (chat) => ({
      ...chat,
      entries: {
        ...chat.entries,
        put: async (conversation, entry) => {
          let { seq } = entry;
          while (await chat.entries.put(conversation, { ...entry, seq })) seq += 1;
          return undefined;
        },
      },
    }),
  },
  {
    name: 'leads to a conversation only after it has begun',
    chat: (chat, _, scheduler) => ({
      ...chat,
      peers: {
        ...chat.peers,
        touch: async (...touched) => {
          const touch = () => void chat.peers.touch(...touched).catch(() => {});
          scheduler.after(BELATED_MS, 'a belated touch', touch);
        },
      },
    }),
  },
  {
    name: 'does not renew the lease when it is pinged',
    chat: (chat, what) =>
      what === 'ping'
        ? { ...chat, connections: { ...chat.connections, hold: async (connection) => connection } }
        : chat,
  },
  {
    name: 'leaves the text of what is deleted',
    chat: (chat) => ({ ...chat, entries: { ...chat.entries, scrub: async () => {} } }),
  },
];
