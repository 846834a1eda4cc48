import { readFile } from 'node:fs/promises';
import type { CommonPasswords } from '../chat/account-ports.ts';

/** Beside this file, and beside each bundle that it is in. */
const LIST = new URL('common-passwords.txt', import.meta.url);

/** What the list begins with, on where it comes from. */
const COMMENT = '#';

/** Those of common-passwords.txt, which is read when it is first asked for. */
export function commonPasswords(list = LIST): CommonPasswords {
  let reading: Promise<ReadonlySet<string>> | undefined;

  const read = async () => {
    const lines = (await readFile(list, 'utf8')).split('\n');
    return new Set(lines.filter((line) => line !== '' && !line.startsWith(COMMENT)));
  };

  return {
    async has(password) {
      reading ??= read().catch((error: unknown) => {
        reading = undefined;
        throw error;
      });
      return (await reading).has(password.toLowerCase());
    },
  };
}
