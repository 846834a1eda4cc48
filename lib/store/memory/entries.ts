import type { EntriesStore } from '../../chat/ports.ts';
import type { Entry } from '../../protocol/entries.ts';

export function memoryEntries(): EntriesStore {
  const logs = new Map<string, Entry[]>();
  const logOf = (conversation: string) => logs.get(conversation) ?? [];

  return {
    async from(conversation, seq, limit) {
      return logOf(conversation)
        .filter((entry) => entry.seq >= seq)
        .slice(0, limit);
    },

    async before(conversation, seq, limit) {
      return logOf(conversation)
        .filter((entry) => entry.seq < seq)
        .slice(-limit);
    },

    async put(conversation, entry) {
      const log = logOf(conversation);
      if (log.some(({ seq }) => seq === entry.seq)) return false;
      const ordered = [...log, entry].sort((one, other) => one.seq - other.seq);
      logs.set(conversation, ordered);
      return true;
    },
  };
}
