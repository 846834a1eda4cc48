import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type Account, logIn, recover, register } from '../../scripts/client/account.ts';
import type { ChatSocket } from '../../scripts/client/socket.ts';

const CLOSED_WITHIN_MS = 1_000;
const PASSWORD = 'the password of somebody';

/**
 * That sockets end with their session, on a system that runs.
 * @param addresses where somebody's two devices find it
 */
export function endsSockets(addresses: () => readonly [string, string]): void {
  async function twoDevices(): Promise<{ phone: Account; laptop: Account }> {
    const credentials = { name: `alice-${randomUUID().slice(0, 8)}`, password: PASSWORD };
    const [first, second] = addresses();
    const phone = await register(first, credentials);
    return { phone, laptop: await logIn(second, credentials) };
  }

  /** Ends a session, and says how long after the answer the socket was closed. */
  async function timeUntilClosed(socket: ChatSocket, end: () => Promise<void>): Promise<number> {
    await end();
    const began = performance.now();
    await socket.closed;
    return performance.now() - began;
  }

  describe('the sockets of somebody’s session', () => {
    test('are closed within a second when it is ended from another device, whose own stay open', async () => {
      const { phone, laptop } = await twoDevices();
      const [ofPhone, ofLaptop] = [await phone.openSocket(), await laptop.openSocket()];
      const { sessions } = await laptop.sessions();
      const { id } = sessions.find(({ current }) => !current) ?? {};
      expect(await timeUntilClosed(ofPhone, () => laptop.endSession({ id }))).toBeLessThan(CLOSED_WITHIN_MS);
      await expect(phone.openSocket()).rejects.toMatchObject({ code: 'not-signed-in' });
      await ofLaptop.ping();
      await ofLaptop.close();
    });

    test('are closed within a second when its person has forgotten the password and chooses another elsewhere', async () => {
      const { phone } = await twoDevices();
      const { codes } = await phone.makeRecoveryCodes(PASSWORD);
      const socket = await phone.openSocket();
      const body = { name: phone.me.name, recoveryCode: `${codes[0]}`, password: 'the next password' };
      const recovering = async () => void (await recover(addresses()[1], body));
      expect(await timeUntilClosed(socket, recovering)).toBeLessThan(CLOSED_WITHIN_MS);
      await expect(phone.openSocket()).rejects.toMatchObject({ code: 'not-signed-in' });
    });

    test('are closed, all of them, when it is logged out', async () => {
      const { phone } = await twoDevices();
      const tabs = [await phone.openSocket(), await phone.openSocket()];
      await phone.logOut();
      const began = performance.now();
      await Promise.all(tabs.map(({ closed }) => closed));
      expect(performance.now() - began).toBeLessThan(CLOSED_WITHIN_MS);
    });
  });
}
