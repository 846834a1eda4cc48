import type { EntriesStore, EntryPlace } from '../../chat/ports.ts';
import type { Entry } from '../../protocol/entries.ts';
import { scrubbed } from '../../protocol/scrubbed.ts';

export function memoryEntries(): EntriesStore {
  const logs = new Map<string, Entry[]>();
  const lastEdits = new Map<string, number>();
  const logOf = (conversation: string) => logs.get(conversation) ?? [];
  const placeOf = ({ conversation, seq }: EntryPlace) => `${conversation}/${seq}`;

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
      const taken = log.find(({ seq }) => seq === entry.seq);
      if (taken) return taken;
      const ordered = [...log, entry].sort((one, other) => one.seq - other.seq);
      logs.set(conversation, ordered);
      return undefined;
    },

    async find(places) {
      return places.flatMap((place) => {
        const entry = logOf(place.conversation).find(({ seq }) => seq === place.seq);
        const lastEdit = lastEdits.get(placeOf(place));
        return entry ? [{ ...place, entry, ...(lastEdit !== undefined && { lastEdit }) }] : [];
      });
    },

    async editsOf(conversation, target, last) {
      return logOf(conversation)
        .filter((entry) => entry.kind === 'edit' && entry.target === target && entry.seq <= last)
        .map(({ seq }) => seq);
    },

    async noteEdit(conversation, target, seq) {
      const place = placeOf({ conversation, seq: target });
      lastEdits.set(place, Math.max(lastEdits.get(place) ?? 0, seq));
    },

    async unreact(conversation, seqs) {
      const log = logOf(conversation);
      logs.set(
        conversation,
        log.map((it) => (it.kind === 'reaction' && seqs.includes(it.seq) ? { ...it, emoji: null } : it)),
      );
    },

    async scrub(conversation, seqs) {
      const log = logOf(conversation);
      logs.set(
        conversation,
        log.map((entry) => (seqs.includes(entry.seq) ? scrubbed(entry, 'deleted') : entry)),
      );
    },
  };
}
