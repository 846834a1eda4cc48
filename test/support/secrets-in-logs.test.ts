import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isTellTale, secretsIn } from './kept-for-scan.ts';
import { type KeptSecret, LOGS_FOLDER, SECRETS_FILE } from './scan-folder.ts';
import { scanLogs, sentenceOf } from './secrets-in-logs.ts';

const PASSWORD: KeptSecret = { kind: 'password', secret: 'the password of alice 🔑', by: 'test/a.test.ts' };
const MESSAGE: KeptSecret = { kind: 'message', secret: 'Meet me "there"\nat nine', by: 'test/b.test.ts' };
const TICKET: KeptSecret = { kind: 'ticket', secret: 'q-Wm31x_9fZt7pL0', by: 'test/b.test.ts' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chat-scan-test-'));
  mkdirSync(join(folder, LOGS_FOLDER));
  const lines = [PASSWORD, MESSAGE, TICKET].map((kept) => `${JSON.stringify(kept)}\n`);
  writeFileSync(join(folder, SECRETS_FILE), lines.join(''));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = (name: string, text: string) => writeFileSync(join(folder, LOGS_FOLDER, name), text);

describe('a log', () => {
  test('with nothing of it is fine, and it is said how much was looked for', () => {
    log('functions.log', '{"event":"request","person":"alice","status":200}\n'.repeat(1_000));
    expect(scanLogs(folder)).toEqual({ secrets: 3, logs: 1, leaks: [] });
  });

  test.each([
    ['as it is', `{"event":"request"}\nlogged in with ${PASSWORD.secret}, they say\n`, PASSWORD],
    ['as JSON has it', `{}\n${JSON.stringify({ deep: [{ body: MESSAGE.secret }] })}\n`, MESSAGE],
    ['as an address has it', `x\nGET /socket?text=${encodeURIComponent(MESSAGE.secret)}\n`, MESSAGE],
    ['in the middle of a word', `x\nxx${TICKET.secret}xx`, TICKET],
  ])('that somebody has put a secret into, %s, is found out', (_, text, { kind, by }) => {
    log('clean.log', 'nothing\n');
    log('functions.log', text);
    expect(scanLogs(folder).leaks).toEqual([{ kind, by, log: `${LOGS_FOLDER}/functions.log`, line: 2 }]);
  });

  test('is complained of without what is in it', () => {
    log('functions.log', `${PASSWORD.secret} ${MESSAGE.secret} ${TICKET.secret}`);
    const { leaks } = scanLogs(folder);
    expect(leaks.map(sentenceOf)).toEqual([
      'A password that test/a.test.ts used is in a log: line 1 of logs/functions.log.',
      'A message that test/b.test.ts used is in a log: line 1 of logs/functions.log.',
      'A ticket that test/b.test.ts used is in a log: line 2 of logs/functions.log.',
    ]);
    expect(JSON.stringify(leaks)).not.toContain('alice');
  });
});

describe('what is looked for', () => {
  test('is what stands under the names of secrets, however deep, and all of what is no JSON', () => {
    const frame = { action: 'send-message', to: 'bob', messages: [{ clientId: 'm1', text: 'a text' }] };
    expect(secretsIn(JSON.stringify(frame))).toEqual([{ kind: 'message', secret: 'a text' }]);
    expect(secretsIn('{"__proto__":{"password":"p"}}')).toEqual([{ kind: 'password', secret: 'p' }]);
    expect(secretsIn('half a {"password"')).toEqual([{ kind: 'message', secret: 'half a {"password"' }]);
  });

  test('is not what may well be part of an innocent line', () => {
    expect(['hello', 'constructor', 'ping', '12345'].filter(isTellTale)).toEqual([]);
    expect([PASSWORD, MESSAGE, TICKET].every(({ secret }) => isTellTale(secret))).toBe(true);
  });
});
