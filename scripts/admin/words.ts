import type { AccountSummary } from '../../lib/chat/accounts/look-up.ts';
import type { AuditRecord } from '../../lib/chat/audit-ports.ts';
import type { ReviewedReport } from '../../lib/chat/report-ports.ts';
import type { Entry } from '../../lib/protocol/entries.ts';

/** What the commands answer, for people. What others have written can't steer the terminal. */

export function reportsInWords(
  reports: readonly Omit<ReviewedReport, 'entries'>[],
  state: 'open' | 'closed',
): string {
  if (reports.length === 0) return `No report is ${state}.`;
  return reports
    .map(({ about, by, at, reason, seq, note }) =>
      [
        timeOf(at),
        reason.padEnd(6),
        `${about}/${by}`,
        seq === undefined ? '' : `message ${seq}`,
        note === undefined ? '' : harmless(note),
      ]
        .filter(Boolean)
        .join('  '),
    )
    .join('\n');
}

export function reportInWords(report: ReviewedReport): string {
  const { about, by, at, reason, seq, note, closedBy, closedAt, entries } = report;
  return [
    `${by} has reported ${about} at ${timeOf(at)}: ${reason}`,
    ...(note === undefined ? [] : [`Note      ${harmless(note)}`]),
    ...(closedAt === undefined ? [] : [`Closed    ${timeOf(closedAt)} by ${closedBy}`]),
    '',
    ...(entries.length === 0 ? ['There is nothing that they have written.'] : []),
    ...entries.map((entry) => `${entry.seq === seq ? '>' : ' '} ${timeOf(entry.at)}  ${textOf(entry)}`),
  ].join('\n');
}

export function accountInWords(account: AccountSummary): string {
  const { name, displayName, createdAt, standing, sessions, sockets, lastSeenAt, conversations } = account;
  return [
    `${name} (${harmless(displayName)})`,
    `Standing       ${standing}`,
    `Created        ${timeOf(createdAt)}`,
    `Last seen      ${lastSeenAt === undefined ? 'never' : timeOf(lastSeenAt)}`,
    `Conversations  ${conversations}`,
    `Sockets        ${sockets}`,
    `Sessions       ${sessions.length}`,
    ...sessions.map(
      ({ device, createdAt: begunAt, lastUsedAt }) =>
        `  ${harmless(device)}, since ${timeOf(begunAt)}, last used ${timeOf(lastUsedAt)}`,
    ),
  ].join('\n');
}

export function auditInWords(records: readonly AuditRecord[]): string {
  if (records.length === 0) return 'Nothing was written down.';
  return records
    .map(({ at, event, person = '(nobody)', by, session, address, device, details = {} }) =>
      [
        timeOf(at),
        event.padEnd(16),
        person,
        by === undefined ? '' : `by ${by}`,
        session === undefined ? '' : `session ${session}…`,
        address === undefined ? '' : `from ${address}`,
        ...Object.entries(details).map(([name, value]) => `${name}: ${harmless(value)}`),
        device === undefined ? '' : `(${harmless(device)})`,
      ]
        .filter(Boolean)
        .join('  '),
    )
    .join('\n');
}

function textOf(entry: Entry): string {
  if (entry.kind === 'message' || entry.kind === 'edit') {
    const text = entry.gone ? '(deleted)' : harmless(entry.text);
    return entry.kind === 'edit' ? `edits ${entry.target}: ${text}` : text;
  }
  return 'target' in entry ? `${entry.kind} of ${entry.target}` : entry.kind;
}

/** Each control character and each that turns the direction of what follows, shown as what it is. */
function harmless(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

function timeOf(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').slice(0, 19);
}
