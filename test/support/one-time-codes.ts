import { totpCodes } from '../../lib/passwords/one-time-codes.ts';

/** As they are where the chat runs, with a pepper of the tests. */
export const oneTimeCodes = totpCodes(async () => [
  { version: 1, secret: 'what seals the secrets of the tests' },
]);
