import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { quietly } from '../../scripts/local/progress.ts';
import { type System, startSystem } from '../../scripts/local/system.ts';
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
    // bcrypt's least: sign-ups are not what is tested.
    env: { PASSWORD_COST: '4' },
    step: quietly,
  });
});

afterAll(async () => {
  await system?.stop();
  rmSync(folder, { recursive: true, force: true });
});

twoPeopleChat(() => system.address);
isSuspended(() => system.address, join(folder, 'data'));
theServerComesBack(() => system);
