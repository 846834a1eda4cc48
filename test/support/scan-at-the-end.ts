import { rmSync } from 'node:fs';
import { SCAN_FOLDER } from './scan-folder.ts';
import { scanLogs, sentenceOf } from './secrets-in-logs.ts';

/** After all tests: fails the run if a password, cookie, ticket or message that one of them used is in a log. */
export default function scanAtTheEnd(): void {
  const folder = process.env[SCAN_FOLDER];
  if (folder === undefined) return;
  try {
    const { secrets, logs, leaks } = scanLogs(folder);
    if (leaks.length > 0) throw new Error(leaks.map(sentenceOf).join('\n'));
    if (logs > 0) process.stderr.write(`\nLooked for ${secrets} secrets in ${logs} logs; none is there.\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
