/**
 * Every error that a client can be told, with the HTTP status it has over REST and the sentence that goes with it.
 * A WebSocket `error` frame carries the same code and sentence.
 */
export const ERRORS = {
  'invalid-json': { status: 400, message: 'This is not valid JSON.' },
  'invalid-request': { status: 400, message: 'The request does not have the right fields.' },
  'unknown-action': { status: 400, message: 'There is no such action; PROTOCOL.md lists them.' },
  'not-signed-in': { status: 401, message: 'Sign in first.' },
  'wrong-credentials': { status: 401, message: 'The name or the password is wrong.' },
  'second-factor-needed': { status: 401, message: 'The code of the second factor is needed as well.' },
  'wrong-code': { status: 401, message: 'The code is wrong, or it has been used.' },
  'wrong-recovery-code': { status: 401, message: 'The name or the recovery code is wrong.' },
  'passkey-refused': {
    status: 401,
    message: 'This passkey opens no account here, or it was asked for too long ago; try again.',
  },
  'not-yours': { status: 403, message: 'Only who wrote a message can change or delete it.' },
  suspended: { status: 403, message: 'This account is suspended; ask those who run this chat.' },
  'foreign-origin': { status: 403, message: 'Requests from other sites are refused.' },
  'not-found': { status: 404, message: 'There is nothing here.' },
  'unknown-person': { status: 404, message: 'Nobody has this name.' },
  'unknown-entry': { status: 404, message: 'The conversation has no such message.' },
  'name-taken': { status: 409, message: 'Somebody has this name already; choose another.' },
  'common-password': {
    status: 422,
    message: 'This password is one of the first that others would try; choose another.',
  },
  'unknown-after': {
    status: 409,
    message: 'The conversation has no entry with the number in after; load it anew.',
  },
  'message-deleted': { status: 409, message: 'The message has been deleted.' },
  behind: { status: 409, message: 'Much has been written since; catch up, then send again.' },
  'person-gone': {
    status: 410,
    message: 'This account has been deleted; nothing can be sent there any more.',
  },
  'too-large': { status: 413, message: 'This is larger than a frame or request may be (32 KB).' },
  'unsupported-media-type': { status: 415, message: 'Send JSON, with content-type application/json.' },
  'too-many': { status: 422, message: 'There are as many of these as there may be.' },
  'too-many-tries': { status: 429, message: 'There were too many tries; wait before the next one.' },
  'too-many-frames': { status: 429, message: 'Frames come too fast; wait before the next one.' },
  'too-many-connections': { status: 429, message: 'There are as many sockets as one person may have.' },
  'too-many-new-conversations': {
    status: 429,
    message: 'As many conversations were begun as may be in a day; others can be begun later.',
  },
  busy: { status: 503, message: 'Too much is going on right now; send it again.' },
  internal: { status: 500, message: 'Something went wrong on our side; try again.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;

/**
 * The body of an error; `field` names the place in the request that is wrong, where there is one, and `retryAfter` the
 * seconds after which the same again may be let through.
 */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
  readonly field?: string;
  readonly retryAfter?: number;
}
