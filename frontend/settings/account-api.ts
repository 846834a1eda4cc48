import type { ChangePasswordBody, EndSessionBody, SessionsAnswer } from '../../lib/protocol/rest.ts';
import { requestsTo } from '../net/requests.ts';

const { get, post } = requestsTo();

/** What the settings ask the server about the account. It comes with them. Each throws `Refused` or `NoAnswer`. */
export const accountApi = {
  sessions: () => get<SessionsAnswer>('sessions'),
  endSession: (body: EndSessionBody) => post<void>('end-session', body),
  changePassword: (body: ChangePasswordBody) => post<void>('change-password', body),
};
