import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOGS_FOLDER, SCAN_FOLDER } from './scan-folder.ts';

/** Before all tests: a place for what they log, and for what must not be in it. Their processes inherit it. */
export default function setUpScan(): void {
  const folder = mkdtempSync(join(tmpdir(), 'chat-scan-'));
  mkdirSync(join(folder, LOGS_FOLDER));
  process.env[SCAN_FOLDER] = folder;
}
