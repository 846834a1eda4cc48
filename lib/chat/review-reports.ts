import { recordEvent } from './audit.ts';
import type { Page, PageRequest } from './page.ts';
import type { Chat, OperatorStore } from './ports.ts';
import type { ReviewedReport } from './report-ports.ts';

/** What an operator does with reports. That they read them is written down: there are private messages in them. */
type ReviewPorts = Pick<OperatorStore, 'reportReview'> & Pick<Chat, 'audit' | 'clock' | 'caller'>;

/** Whose report about whom; there is at most one. */
export type ReportId = Pick<ReviewedReport, 'about' | 'by'>;

export async function listReports(
  chat: ReviewPorts,
  state: 'open' | 'closed',
  page: PageRequest,
  by: string,
): Promise<Page<Omit<ReviewedReport, 'entries'>>> {
  await recordEvent(chat, 'looked-up', { by, details: { what: 'reports' } });
  return chat.reportReview.list(state, page);
}

/** With what was written; undefined if there is none. */
export async function readReport(
  chat: ReviewPorts,
  { about, by: reporter }: ReportId,
  by: string,
): Promise<ReviewedReport | undefined> {
  const report = await chat.reportReview.find(about, reporter);
  if (report) {
    await recordEvent(chat, 'looked-up', { person: about, by, details: { what: `report by ${reporter}` } });
  }
  return report;
}

/** Says that a report has been dealt with. */
export async function closeReport(
  chat: ReviewPorts,
  { about, by: reporter }: ReportId,
  by: string,
): Promise<'closed' | 'no-report' | 'was-closed' | 'replaced'> {
  const report = await chat.reportReview.find(about, reporter);
  if (!report) return 'no-report';
  if (report.closedAt !== undefined) return 'was-closed';
  const closing = { closedBy: by, closedAt: chat.clock.now() };
  if (!(await chat.reportReview.close(report, closing))) return 'replaced';
  await recordEvent(chat, 'report-closed', { person: about, by, details: { reporter } });
  return 'closed';
}
