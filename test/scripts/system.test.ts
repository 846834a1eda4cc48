import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { register } from '../../scripts/client/account.ts';
import { UNHINDERED } from '../../scripts/local/limits.ts';
import { quietly } from '../../scripts/local/progress.ts';
import { type System, type SystemOptions, startSystem } from '../../scripts/local/system.ts';
import { startPushService } from '../../scripts/push-service/fake-push-service.ts';
import { keepLogsOf } from '../support/kept-for-scan.ts';
import { endsSockets } from './ends-sockets.ts';
import { logsInWithPasskey } from './logs-in-with-passkey.ts';

jest.setTimeout(60_000);

const BOB = { name: 'bob', password: 'the password of bob' };
const ALICE = { name: 'alice', password: 'the password of alice' };

const folder = mkdtempSync(join(tmpdir(), 'chat-system-'));
const running: System[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((system) => system.stop()));
});

afterAll(() => {
  keepLogsOf(folder);
  rmSync(folder, { recursive: true, force: true });
});

function optionsIn(data: string): SystemOptions {
  return {
    port: 0,
    dataFolder: join(folder, data),
    logFolder: join(folder, 'log'),
    pages: 'none',
    env: UNHINDERED,
    step: quietly,
  };
}

/** Starts a chat without pages on a port that is free; it is stopped after the test at the latest. */
async function start(options: Partial<SystemOptions> = {}): Promise<System> {
  const system = await startSystem({ ...optionsIn('data'), ...options });
  running.push(system);
  return system;
}

function post(system: System, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(new URL(path, system.address), { method: 'POST', headers, body: JSON.stringify(body) });
}

async function bootstrap(system: System, cookie: string): Promise<number> {
  const response = await fetch(new URL('/api/bootstrap', system.address), { headers: { cookie } });
  // Read to its end, so that the connection is free to be closed.
  await response.arrayBuffer();
  return response.status;
}

describe('the chat on one machine', () => {
  describe('that runs', () => {
    let system: System;
    beforeAll(async () => {
      system = await startSystem(optionsIn('running'));
    });
    afterAll(() => system?.stop());
    endsSockets(() => [system.address, system.address]);
    logsInWithPasskey(() => [system.address]);
  });

  test('keeps accounts and log-ins over a restart, and loses them by a reset', async () => {
    const first = await start();
    const registered = await post(first, '/api/register', ALICE);
    const [setCookie = ''] = registered.headers.getSetCookie();
    const cookie = setCookie.split(';')[0] ?? '';
    expect(registered.status).toBe(201);
    expect(await bootstrap(first, cookie)).toBe(200);
    await first.stop();

    const second = await start();
    expect(await bootstrap(second, cookie)).toBe(200);
    expect((await post(second, '/api/log-in', ALICE)).status).toBe(200);
    await second.stop();

    const third = await start({ reset: true });
    expect(await bootstrap(third, cookie)).toBe(401);
    expect((await post(third, '/api/log-in', ALICE)).status).toBe(401);
    expect((await post(third, '/api/register', ALICE)).status).toBe(201);
  });

  test('lets nobody else have its data while it runs, and gives all back when it has stopped', async () => {
    const system = await start();
    await expect(start()).rejects.toThrow(`in use by process ${process.pid}`);
    // The refused one has harmed nothing.
    expect((await post(system, '/api/log-out', {})).status).toBe(401);

    await system.stop();
    await expect(fetch(system.address)).rejects.toThrow();
    await expect(fetch(system.dynamodb.endpoint)).rejects.toThrow();
    expect(system.dynamodb.child.hasExited()).toBe(true);
    expect(existsSync(join(folder, 'data/lock'))).toBe(false);
  });

  test('notifies a device whose pages are closed, by the push service that it is told of', async () => {
    const service = await startPushService();
    const phone = service.device();
    try {
      const { address } = await start({
        dataFolder: join(folder, 'notified'),
        env: { PASSWORD_COST: '4', PUSH_SERVICES: service.origin },
      });
      const [alice, bob] = [await register(address, ALICE), await register(address, BOB)];
      expect((await bob.bootstrap()).pushKey).toMatch(/^[A-Za-z0-9_-]{87}$/);
      await bob.subscribePush(phone.subscription());
      const bobs = await bob.openSocket();
      await bobs.ask({ action: 'change-side', with: 'alice', accepted: true });
      await bobs.close();
      const socket = await alice.openSocket();
      await socket.send({ to: 'bob', after: 0, messages: [{ clientId: 'm1', text: 'Hello' }] });
      await socket.close();
      expect(service.kept(phone)).toEqual([
        { kind: 'message', with: 'alice', displayName: 'alice', text: 'Hello' },
      ]);
    } finally {
      await service.stop();
    }
  });

  test('tells when its database crashes, and which part it was', async () => {
    const system = await start();
    await system.dynamodb.child.kill();
    const crashed = await system.crashed;
    expect(crashed).toBe(system.dynamodb.child);
    expect(crashed.name).toMatch(/^(DynamoDB Local|dynalite)$/);
  });

  test('comes back when its functions have crashed and are started again', async () => {
    const system = await start();
    await system.killFunctions();
    expect((await post(system, '/api/log-out', {})).status).toBe(503);
    await system.startFunctions();
    expect((await post(system, '/api/log-out', {})).status).toBe(401);
  });

  test('refuses a port that is taken, names another, and touches nothing', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    try {
      await expect(start({ port, dataFolder: join(folder, 'untouched') })).rejects.toMatchObject({
        name: 'LocalProblem',
        message: expect.stringMatching(new RegExp(`^Port ${port} is taken.*--port ${port + 1}$`)),
      });
      expect(existsSync(join(folder, 'untouched'))).toBe(false);
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  });
});
