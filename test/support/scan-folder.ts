/** What must be in no log. */
export type KindOfSecret = 'password' | 'cookie' | 'ticket' | 'code' | 'message' | 'key of a device';

/** A secret, and the test file that used it. */
export interface KeptSecret {
  readonly kind: KindOfSecret;
  readonly secret: string;
  readonly by: string;
}

/** The variable that has the folder of this run of the tests; it is not set where nobody will look. */
export const SCAN_FOLDER = 'CHAT_TEST_SCAN_FOLDER';
/** One `KeptSecret` a line, as JSON. */
export const SECRETS_FILE = 'secrets.jsonl';
export const LOGS_FOLDER = 'logs';
