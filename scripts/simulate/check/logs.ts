import { conversationOf } from '../../../lib/chat/conversation.ts';
import type { Entry } from '../../../lib/protocol/entries.ts';
import type { Answer, Typed } from '../witness.ts';
import type { Violations } from './violation.ts';

/** The logs of all conversations, by their keys. */
export type Logs = ReadonlyMap<string, readonly Entry[]>;

/** What was seen from the outside while a chat ran; moments are counted. */
export interface Seen {
  readonly typed: readonly Typed[];
  readonly answers: readonly Answer[];
  /** When a clientId first left with a frame, and when it was first answered. */
  readonly sentAt: ReadonlyMap<string, number>;
  readonly answeredAt: ReadonlyMap<string, number>;
}

/** What the logs must be, going by them and by what went over the wire; whatever the pages make of them. */
export function checkLogs(logs: Logs, seen: Seen, violations: Violations): void {
  for (const [name, log] of logs) {
    checkNumbers(name, log, violations);
    checkOrder(name, log, seen, violations);
    checkGone(name, log, violations);
  }
  checkAnswers(logs, seen, violations);
  checkTyped(logs, seen, violations);
}

function checkNumbers(name: string, log: readonly Entry[], violations: Violations): void {
  let messages = 0;
  let at = 0;
  const seen = new Set<string>();
  log.forEach((entry, i) => {
    if (entry.kind === 'message') messages += 1;
    const key = `${entry.from} ${entry.clientId}`;
    const where = () => `${name}: ${JSON.stringify(entry)}`;
    violations.unless(entry.seq === i + 1, 'numbers have no hole', where);
    violations.unless(entry.messages === messages, 'messages are counted', where);
    violations.unless(entry.at >= at, 'time does not run backwards', where);
    violations.unless(!seen.has(key), 'nothing is stored twice', where);
    seen.add(key);
    at = entry.at;
  });
}

/** What was sent only after something else had been answered stands behind it. */
function checkOrder(name: string, log: readonly Entry[], seen: Seen, violations: Violations): void {
  let latestSending = 0;
  let sentLast = '';
  for (const { clientId, seq } of log) {
    const answered = seen.answeredAt.get(clientId) ?? Number.POSITIVE_INFINITY;
    const detail = () => `${name}: ${clientId} at ${seq} was answered before ${sentLast} was sent`;
    violations.unless(answered > latestSending, 'an answer orders what is sent after it', detail);
    const sent = seen.sentAt.get(clientId) ?? 0;
    if (sent > latestSending) [latestSending, sentLast] = [sent, clientId];
  }
}

/** What is deleted for both has no text anywhere in the log. */
function checkGone(name: string, log: readonly Entry[], violations: Violations): void {
  const deleted = new Set(log.flatMap((entry) => (entry.kind === 'deletion' ? [entry.target] : [])));
  for (const entry of log) {
    const seq = entry.kind === 'edit' ? entry.target : entry.seq;
    const hasText = (entry.kind === 'message' || entry.kind === 'edit') && entry.text !== '';
    const detail = () => `${name}: ${JSON.stringify(entry)}`;
    violations.unless(!(hasText && deleted.has(seq)), 'what is deleted is gone', detail);
  }
}

function checkAnswers(logs: Logs, { answers }: Seen, violations: Violations): void {
  for (const answer of answers) {
    const { clientId, seq, at, messages, from } = answer;
    const entry = logs.get(conversationOf(from, answer.with))?.[seq - 1];
    const isThere =
      entry?.clientId === clientId && entry.from === from && entry.at === at && entry.messages === messages;
    const detail = () => `answered ${JSON.stringify(answer)}, and there is ${JSON.stringify(entry)}`;
    violations.unless(isThere, 'what is answered is in the log', detail);
  }
}

/** All that somebody wrote is there once, and what was written at one page stands in the order it was written. */
function checkTyped(logs: Logs, { typed }: Seen, violations: Violations): void {
  const last = new Map<string, number>();
  for (const item of typed) {
    const log = logs.get(conversationOf(item.from, item.to)) ?? [];
    const places = log.filter((entry) => isThis(entry, item)).map(({ seq }) => seq);
    const detail = () => `"${item.text}" of ${item.page} to ${item.to} is at [${places}]`;
    violations.unless(places.length <= 1, 'what is written is there once', detail);
    violations.unless(places.length >= 1 || item.mayBeForgotten, 'what is written is there', detail);
    const [place] = places;
    if (place === undefined) continue;
    const key = `${item.page} ${item.to}`;
    violations.unless(place > (last.get(key) ?? 0), 'what one page writes stays in order', detail);
    last.set(key, place);
  }
}

function isThis(entry: Entry, { from, text, clientId }: Typed): boolean {
  return (
    entry.kind === 'message' && entry.from === from && (entry.text === text || entry.clientId === clientId)
  );
}
