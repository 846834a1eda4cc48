import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { UNHINDERED } from '../../scripts/local/limits.ts';
import { quietly } from '../../scripts/local/progress.ts';
import { type System, startSystem } from '../../scripts/local/system.ts';
import { refusesFromOutside } from '../attacks/from-outside.ts';
import { keepLogsOf } from '../support/kept-for-scan.ts';
import { isSuspended } from './is-suspended.ts';
import { theServerComesBack } from './the-server-comes-back.ts';
import { twoPeopleChat } from './two-people-chat.ts';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'chat-test-'));
let system: System;

beforeAll(async () => {
  system = await startSystem({
    port: 0,
    dataFolder: join(folder, 'data'),
    logFolder: join(folder, 'log'),
    env: UNHINDERED,
    step: quietly,
  });
});

afterAll(async () => {
  await system?.stop();
  keepLogsOf(folder);
  rmSync(folder, { recursive: true, force: true });
});

twoPeopleChat(() => system.address);
refusesFromOutside(() => ({ address: system.address, endpoint: system.dynamodb.endpoint }));
isSuspended(() => system.address, join(folder, 'data'));
theServerComesBack(() => system);
