import { type AddressInfo, createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, test } from '@jest/globals';
import { freePort, isFree } from '../../scripts/local/ports.ts';
import { portTaken } from '../../scripts/local/system.ts';

const addresses = Object.values(networkInterfaces()).flatMap((each = []) =>
  each.map(({ address }) => address),
);
const servers: Server[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

/** Listens on an address of this machine, and says on which port. */
async function listen(host: string, port = 0): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

describe('a port', () => {
  test('that is free can be listened on', async () => {
    const port = await freePort();
    expect(await isFree(port)).toBe(true);
    // Having asked has not taken it.
    expect(await listen('127.0.0.1', port)).toBe(port);
  });

  test('is not free while somebody listens on it', async () => {
    const port = await listen('127.0.0.1');
    expect(await isFree(port)).toBe(false);
  });

  // Machines without IPv6 have just the one address.
  if (addresses.includes('::1')) {
    test('is not free either while somebody listens on the other address of localhost', async () => {
      const port = await listen('::1');
      expect(await isFree(port)).toBe(false);
    });
  }

  test('that is taken comes with a sentence that names it, and another', () => {
    expect(portTaken(8000).message).toBe(
      'Port 8000 is taken by another program. Stop that one, or choose another port: npm start -- --port 8001',
    );
    expect(portTaken(8000, 'npm run dev').message).toContain('npm run dev -- --port 8001');
  });
});
