import type { Scheduler } from 'fast-check';
import type { EntriesStore } from '../../lib/chat/ports.ts';

/** How much of the end a stale read may miss. */
const MOST_MISSING = 3;

/**
 * Entries as a database far away holds them: each step takes effect when the scheduler lets it, its answer comes when
 * the scheduler lets that, and a read that is not strong may miss the newest.
 */
export function lagging(entries: EntriesStore, scheduler: Scheduler, fraction: () => number): EntriesStore {
  const takingTurns = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    await scheduler.schedule(Promise.resolve(), `${what} arrives`);
    const result = await work();
    await scheduler.schedule(Promise.resolve(), `${what} is answered`);
    return result;
  };
  return {
    from: (conversation, seq, limit, options) =>
      takingTurns(`from ${seq}`, async () => {
        const read = await entries.from(conversation, seq, limit, options);
        if (options?.strong) return read;
        return read.slice(0, Math.max(0, read.length - Math.floor(fraction() * (MOST_MISSING + 1))));
      }),
    before: (conversation, seq, limit) =>
      takingTurns(`before ${seq}`, () => entries.before(conversation, seq, limit)),
    find: (places) => takingTurns('find', () => entries.find(places)),
    editsOf: (conversation, target, last) =>
      takingTurns(`edits of ${target}`, () => entries.editsOf(conversation, target, last)),
    noteEdit: (conversation, target, seq) =>
      takingTurns(`note ${seq}`, () => entries.noteEdit(conversation, target, seq)),
    scrub: (conversation, seqs) => takingTurns('scrub', () => entries.scrub(conversation, seqs)),
    unreact: (conversation, seqs) => takingTurns('unreact', () => entries.unreact(conversation, seqs)),
    put: (conversation, entry) => takingTurns(`put ${entry.seq}`, () => entries.put(conversation, entry)),
  };
}
