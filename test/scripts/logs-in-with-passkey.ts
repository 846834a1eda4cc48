import { expect, test } from '@jest/globals';
import type { AddPasskeyOptions, PasskeyLogInOptions } from '../../lib/protocol/passkey-rest.ts';
import { tellSecret } from '../../scripts/client/secrets.ts';
import { fresh } from '../support/fresh.ts';
import { passkeyDevice } from '../support/passkey-device.ts';

/**
 * That somebody adds a passkey and logs in with it over HTTP, as a browser does, with its cookies.
 * @param addresses of one system, which take turns
 */
export function logsInWithPasskey(addresses: () => readonly string[]): void {
  test('alice adds a passkey, and logs in with it and nothing else, once for each time that she is asked', async () => {
    const [origin = ''] = addresses();
    const device = passkeyDevice(origin);
    const jar = new Map<string, string>();
    let requests = 0;
    const post = async (path: string, body: object) => {
      const address = addresses()[requests % addresses().length];
      requests += 1;
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
      const headers = { 'content-type': 'application/json', origin, cookie };
      const response = await fetch(`${address}/api/${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      for (const set of response.headers.getSetCookie()) {
        tellSecret('cookie', set);
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const text = await response.text();
      return { status: response.status, body: text && JSON.parse(text) };
    };

    const password = 'the password of alice';
    const { body } = await post('register', { name: fresh('alice'), password });
    const offer = (await post('add-passkey-options', { password })).body as AddPasskeyOptions;
    expect((await post('add-passkey', device.make(offer))).status).toBe(201);
    expect([...jar.keys()].sort()).toEqual(['chat-device', 'chat-session']);

    jar.clear();
    const asked = (await post('passkey-log-in-options', {})).body as PasskeyLogInOptions;
    const challenge = new Map(jar);
    const signature = device.sign(asked);
    expect(await post('passkey-log-in', signature)).toMatchObject({ status: 200, body: { me: body.me } });
    expect([...jar.keys()].sort()).toEqual(['chat-device', 'chat-session']);
    expect((await post('ticket', {})).status).toBe(200);

    jar.clear();
    for (const [name, value] of challenge) jar.set(name, value);
    expect(await post('passkey-log-in', signature)).toMatchObject({
      status: 401,
      body: { error: { code: 'passkey-refused' } },
    });
  });
}
