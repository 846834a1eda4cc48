import type { Entry } from '../protocol/entries.ts';
import type { ReportReason } from '../protocol/report.ts';
import type { Page, PageRequest } from './page.ts';

/** What the chat needs of the world to be told of people, and for operators to look into it. */

/** What somebody has sent to somebody who says that it should not be. */
export interface Report {
  readonly by: string;
  readonly about: string;
  /** ms since 1970 */
  readonly at: number;
  readonly reason: ReportReason;
  /** The number of the message that it is about, if it is about one. */
  readonly seq?: number;
  readonly note?: string;
  /** The newest of what was sent, ascending, with that message. */
  readonly entries: readonly Entry[];
}

export interface Reports {
  /** Keeps the report, in place of the last by the same about the same; it is open then. */
  add(report: Report): Promise<void>;
  /** About whom somebody has reported something, and when; in any order. */
  by(person: string): Promise<Pick<Report, 'about' | 'at'>[]>;
}

/** That it has been dealt with. */
export interface ReportClosing {
  /** `operator:<user>` */
  readonly closedBy: string;
  /** ms since 1970 */
  readonly closedAt: number;
}

/** Open, unless it is closed. */
export type ReviewedReport = Report & Partial<ReportClosing>;

export interface ReportReview {
  /**
   * By whom they are about, then by whom they are; without the entries.
   * @throws Refusal `invalid-request` for a cursor that is not one.
   */
  list(state: 'open' | 'closed', page: PageRequest): Promise<Page<Omit<ReviewedReport, 'entries'>>>;
  find(about: string, by: string): Promise<ReviewedReport | undefined>;
  /** False, and nothing changed, if it is not there any more as it was read. It goes CLOSED_REPORT_KEPT_MS later. */
  close(report: Pick<Report, 'about' | 'by' | 'at'>, closing: ReportClosing): Promise<boolean>;
}

/** There are messages in it that are nobody else's to read. */
export const CLOSED_REPORT_KEPT_MS = 30 * 24 * 60 * 60_000;
