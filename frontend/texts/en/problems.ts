import type { Problem } from '../../net/errors.ts';

/** A sentence for whatever may go wrong. */
export const problems: Record<Problem, string> = {
  'invalid-json': 'This page and the server don’t understand each other. Reload the page.',
  'invalid-request': 'Something in it is not as it should be.',
  'unknown-action': 'This page and the server don’t understand each other. Reload the page.',
  'not-signed-in': 'Log in first.',
  'wrong-credentials': 'The name or the password is wrong.',
  'second-factor-needed': 'The code of your second factor is needed as well.',
  'wrong-code': 'This code is wrong, or it has been used.',
  'wrong-recovery-code': 'The name or the recovery code is wrong.',
  'passkey-refused': 'This passkey opens no account here, or it was asked for too long ago. Try again.',
  suspended: 'Your account has been suspended by those who run this chat. Ask them why.',
  'foreign-origin': 'The server takes this page for another site’s. Is the address right?',
  'not-found': 'There is nothing here.',
  'unknown-person': 'Nobody has this name.',
  'person-gone': 'This account has been deleted.',
  'name-taken': 'Somebody has this name already; choose another.',
  'common-password': 'This password is one of the first that others would try; choose another.',
  'unknown-after': 'The conversation has changed. Reload the page.',
  behind: 'Much has been written since.',
  'too-large': 'This is too long.',
  'unsupported-media-type': 'This page and the server don’t understand each other. Reload the page.',
  'not-yours': 'You can only change what you wrote yourself.',
  'message-deleted': 'This message has been deleted.',
  'unknown-entry': 'This message isn’t there.',
  'too-many': 'There are as many of these as there may be.',
  'too-many-tries': 'There were too many tries.',
  'too-many-frames': 'Too much is going on in this conversation. Try again.',
  'too-many-connections': 'There are as many of these as there may be.',
  'too-many-new-conversations': 'You have begun too many conversations for now.',
  busy: 'Too much is going on right now. Try again.',
  internal: 'Something went wrong on the server. Try again.',
  'no-answer': 'The server can’t be reached. Is the network there?',
};

export type ProblemTexts = typeof problems;
