import type { Picture, Session } from '../chat/account-ports.ts';
import { API_HEADERS } from './api-headers.ts';
import type { HttpAnswer } from './http.ts';

/** As long as a browser may show it without asking again; it is fetched anew when its version changes. */
const KEPT_S = 30 * 24 * 60 * 60;

/**
 * Somebody's picture, for a page of ours to show and for nothing else: opened by itself it may do nothing. A browser
 * keeps it if it is what the address says, and the computer nobody else's.
 */
export function pictureAnswer(
  { type, bytes, isOfVersion }: Picture & { readonly isOfVersion: boolean },
  { sharedComputer }: Pick<Session, 'sharedComputer'>,
): HttpAnswer {
  const isKept = isOfVersion && !sharedComputer;
  return {
    statusCode: 200,
    headers: {
      ...API_HEADERS,
      'content-type': type,
      'content-security-policy': `${API_HEADERS['content-security-policy']}; sandbox`,
      ...(isKept && { 'cache-control': `private, max-age=${KEPT_S}, immutable` }),
    },
    isBase64Encoded: true,
    body: Buffer.from(bytes).toString('base64'),
  };
}
