import type { ReportInput } from '../../lib/protocol/report.ts';
import type { StarredPage } from '../../lib/protocol/rest.ts';
import { requestsTo } from './requests.ts';

/** The requests of parts that are loaded on demand, and nobody else's. They throw `Refused` or `NoAnswer`. */
export const laterApi = {
  /** Tells those who run the chat of what somebody has sent. */
  report: (body: ReportInput): Promise<void> => requestsTo().post('report', body),
  /** A page of the messages that are starred. */
  starred: (cursor: string | undefined): Promise<StarredPage> =>
    requestsTo().get('starred', cursor === undefined ? {} : { cursor }),
};
