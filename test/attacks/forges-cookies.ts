import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { SESSION_SECRET } from '../functions/world.ts';
import type { Scene } from './scene.ts';
import { exampleFor } from './schema-walk.ts';
import { everythingStored, expectNothingChanged } from './stored.ts';
import { HTTP_TAKES, SIGNED_IN_ROUTES } from './what-routes-take.ts';

const NAME = 'chat-session';
const ONE_MINUTE_S = 60;

/** Mallory's own key pair, for tokens that are signed with the one and would be verified with the other. */
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });

const now = () => Math.floor(Date.now() / 1_000);
const inBase64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (cookie: string) => cookie.slice(`${NAME}=`.length);

/** A token with any header and claims, and an HMAC of ours by a key of hers. */
function handMade(header: object, claims: object, key: string, hash = 'sha256'): string {
  const signed = `${inBase64(header)}.${inBase64(claims)}`;
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`;
}

/** That no cookie but one that was made at a log-in is worth anything, on no route. */
export function forgesCookies(scene: () => Scene): void {
  const claims = () => jwt.decode(tokenOf(scene().alice.cookie)) as jwt.JwtPayload;
  const signed = (changes: object, key: jwt.Secret, options: jwt.SignOptions = {}) => {
    const changed = Object.entries({ ...claims(), ...changes }).filter(([, value]) => value !== undefined);
    return jwt.sign(Object.fromEntries(changed), key, options);
  };
  const parts = () => tokenOf(scene().alice.cookie).split('.') as [string, string, string];

  const FORGED: [what: string, token: () => string][] = [
    ['signed with another key', () => signed({}, 'the secret of mallory')],
    ['signed with an empty key', () => handMade({ alg: 'HS256', typ: 'JWT' }, claims(), '')],
    ['with the algorithm `none`', () => signed({}, '', { algorithm: 'none' })],
    ['with the algorithm `nOnE`', () => `${inBase64({ alg: 'nOnE', typ: 'JWT' })}.${inBase64(claims())}.`],
    [
      'with `none`, and the signature of her own',
      () => `${inBase64({ alg: 'none' })}.${parts()[1]}.${parts()[2]}`,
    ],
    ['with no algorithm', () => handMade({ typ: 'JWT' }, claims(), SESSION_SECRET)],
    // These two even have our own key.
    ['with HS512', () => signed({}, SESSION_SECRET, { algorithm: 'HS512' })],
    ['with HS384', () => signed({}, SESSION_SECRET, { algorithm: 'HS384' })],
    ['with RS256', () => signed({}, privateKey, { algorithm: 'RS256' })],
    [
      'that says RS256 and has an HMAC',
      () => handMade({ alg: 'RS256', typ: 'JWT' }, claims(), SESSION_SECRET),
    ],
    [
      'that brings its own key',
      () =>
        handMade(
          { alg: 'HS256', typ: 'JWT', jwk: { kty: 'oct', k: inBase64({}) }, kid: '../../dev/null' },
          claims(),
          '',
        ),
    ],
    ['for another audience', () => signed({ aud: 'chat-recovery' }, SESSION_SECRET)],
    ['for no audience', () => signed({ aud: undefined }, SESSION_SECRET)],
    ['that has expired', () => signed({ exp: now() - 1 }, SESSION_SECRET)],
    ['that never expires', () => signed({ exp: undefined }, SESSION_SECRET)],
    ['that is not valid yet', () => signed({ nbf: now() + ONE_MINUTE_S }, SESSION_SECRET)],
    [
      "with alice's name and mallory's session",
      () => {
        const { sid } = jwt.decode(tokenOf(scene().mallory.cookie)) as jwt.JwtPayload;
        return signed({ sid }, SESSION_SECRET);
      },
    ],
    ["with alice's session and another name", () => signed({ sub: 'bob' }, SESSION_SECRET)],
    ['with a session that there never was', () => signed({ sid: 'x'.repeat(22) }, SESSION_SECRET)],
    ['with a name that no name can be', () => signed({ sub: 'alice#profile' }, SESSION_SECRET)],
    ['with a list of names', () => signed({ sub: ['alice'] as unknown as string }, SESSION_SECRET)],
    [
      'whose claims were changed',
      () => {
        const [header, , signature] = parts();
        return `${header}.${inBase64({ ...claims(), sub: 'bob' })}.${signature}`;
      },
    ],
    ['without its signature', () => `${parts()[0]}.${parts()[1]}.`],
    ['without its last character', () => tokenOf(scene().alice.cookie).slice(0, -1)],
    ['without its first character', () => tokenOf(scene().alice.cookie).slice(1)],
    ['of which half is there', () => tokenOf(scene().alice.cookie).slice(0, 100)],
    ['with something behind it', () => `${tokenOf(scene().alice.cookie)}x`],
    ['with a fourth part', () => `${tokenOf(scene().alice.cookie)}.x`],
    ['in quotes', () => `"${tokenOf(scene().alice.cookie)}"`],
    ['in other letters', () => tokenOf(scene().alice.cookie).toUpperCase()],
    ['that is empty', () => ''],
    ['that is very long', () => 'x'.repeat(8_000)],
  ];

  const ask = (route: (typeof SIGNED_IN_ROUTES)[number], cookies: readonly string[]) => {
    const schema = HTTP_TAKES[route];
    const taken = schema ? exampleFor(schema) : {};
    const headers = { 'content-type': 'application/json' };
    return scene().world.request(
      route,
      route.startsWith('POST')
        ? { cookies, headers, body: JSON.stringify(taken) }
        : { cookies, query: taken as Record<string, string> },
    );
  };
  const NOT_SIGNED_IN = { status: 401, cookies: [], body: { error: { code: 'not-signed-in' } } };

  describe('a forged cookie', () => {
    test.each(FORGED)('%s gets nothing out of any route', async (_, token) => {
      const before = await everythingStored();
      for (const route of SIGNED_IN_ROUTES) {
        expect([route, await ask(route, [`${NAME}=${token()}`])]).toMatchObject([route, NOT_SIGNED_IN]);
      }
      await expectNothingChanged(before);
    });

    test('of the name that cookies have over HTTPS is none here', async () => {
      const cookie = `__Host-${NAME}=${tokenOf(scene().alice.cookie)}`;
      expect(await ask('GET /api/bootstrap', [cookie])).toMatchObject(NOT_SIGNED_IN);
    });

    test('and what all of them were made from is good', async () => {
      expect(await ask('GET /api/people', [scene().alice.cookie])).toMatchObject({ status: 200 });
    });
  });

  describe('of several cookies of one name', () => {
    test('a forged one before hers is not passed over', async () => {
      const cookies = [`${NAME}=${signed({}, 'the secret of mallory')}`, scene().alice.cookie];
      expect(await ask('GET /api/bootstrap', cookies)).toMatchObject(NOT_SIGNED_IN);
    });

    test('one alone counts, the first: nobody is two people', async () => {
      const { alice, mallory } = scene();
      const answer = await ask('GET /api/bootstrap', [mallory.cookie, alice.cookie]);
      expect(answer).toMatchObject({ status: 200, body: { me: { name: 'mallory' } } });
    });

    test('one in the header of cookies is none: the gateway has them in a list', async () => {
      const headers = { cookie: scene().alice.cookie };
      expect(await scene().world.request('GET /api/bootstrap', { headers })).toMatchObject(NOT_SIGNED_IN);
    });
  });
}
