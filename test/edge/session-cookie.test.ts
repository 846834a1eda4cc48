import { describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { claimedSession, endedSessionCookie, sessionCookie } from '../../lib/edge/session-cookie.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const SECRET = 'the secret of this site';
const LOCAL = { sessionSecrets: [SECRET], cookieSecure: false };
const DEPLOYED = { ...LOCAL, cookieSecure: true };
const NOT_SIGNED_IN = expect.objectContaining({ code: 'not-signed-in' });

/** What a browser sends back of a Set-Cookie value. */
function sentBack(setCookie: string): string {
  return setCookie.split(';')[0] ?? '';
}

/** A log-in of alice that can last 60 days more. */
function aliceSession() {
  return { person: 'alice', id: 's1', createdAt: Date.now() - 30 * DAY_MS };
}

/** The claims of a good token, signed as asked for, in the cookie that it would come in. */
function cookieWith(claims: object, secret = SECRET, algorithm: jwt.Algorithm = 'HS256'): string {
  const good = { sub: 'alice', sid: 's1', aud: 'chat-session', exp: Math.floor(Date.now() / 1_000) + 60 };
  return `chat-session=${jwt.sign({ ...good, ...claims }, secret, { algorithm })}`;
}

function inBase64(text: string): string {
  return Buffer.from(text).toString('base64url');
}

describe('a session cookie', () => {
  test('comes back as the session it was made from', () => {
    for (const settings of [LOCAL, DEPLOYED]) {
      const cookie = sentBack(sessionCookie(aliceSession(), Date.now(), settings));
      expect(claimedSession([cookie], settings)).toEqual({ person: 'alice', id: 's1' });
    }
  });

  test('is out of reach of scripts and other sites, and lasts as long as the session can', () => {
    const now = Date.now();
    const cookie = sessionCookie({ ...aliceSession(), createdAt: now - 89 * DAY_MS }, now, LOCAL);
    expect(cookie).toMatch(/^chat-session=[^;]+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  test('ends with the browser on a computer that others use, and its token with the session', () => {
    const session = { ...aliceSession(), createdAt: Date.now(), sharedComputer: true } as const;
    const cookie = sessionCookie(session, Date.now(), LOCAL);
    expect(cookie).toMatch(/^chat-session=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/);
    const { exp } = jwt.decode(sentBack(cookie).slice('chat-session='.length)) as jwt.JwtPayload;
    expect(exp).toBe(Math.floor((session.createdAt + 12 * HOUR_MS) / 1_000));
  });

  test('goes over HTTPS alone where there is HTTPS, and to this host alone', () => {
    const cookie = sessionCookie(aliceSession(), Date.now(), DEPLOYED);
    expect(cookie).toMatch(/^__Host-chat-session=/);
    expect(cookie.split('; ')).toEqual(expect.arrayContaining(['Secure', 'Path=/', 'HttpOnly']));
    // The prefix forbids it.
    expect(cookie).not.toContain('Domain');
  });

  test('has no claims but the person, the session, its end and what it is for', () => {
    const cookie = sentBack(sessionCookie(aliceSession(), Date.now(), LOCAL));
    const claims = jwt.decode(cookie.slice('chat-session='.length)) as jwt.JwtPayload;
    expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'sid', 'sub']);
  });

  test('is still good after a new secret was put in front, and no longer when its own is taken out', () => {
    const cookie = sentBack(sessionCookie(aliceSession(), Date.now(), LOCAL));
    const rotated = { ...LOCAL, sessionSecrets: ['a new secret', SECRET] };
    expect(claimedSession([cookie], rotated)).toEqual({ person: 'alice', id: 's1' });
    expect(() => claimedSession([cookie], { ...LOCAL, sessionSecrets: ['a new secret'] })).toThrow(
      NOT_SIGNED_IN,
    );
  });

  test('is signed by the newest secret', () => {
    const rotated = { ...LOCAL, sessionSecrets: ['a new secret', SECRET] };
    const cookie = sentBack(sessionCookie(aliceSession(), Date.now(), rotated));
    const newestAlone = { ...LOCAL, sessionSecrets: ['a new secret'] };
    expect(claimedSession([cookie], newestAlone)).toEqual({ person: 'alice', id: 's1' });
  });

  test('is ended by an empty one of the same name and attributes', () => {
    expect(endedSessionCookie(LOCAL)).toBe('chat-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict');
    expect(endedSessionCookie(DEPLOYED)).toBe(
      '__Host-chat-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict; Secure',
    );
  });

  test('is found among others, and the first of its name counts', () => {
    const bobs = cookieWith({ sub: 'bob' });
    const cookies = ['theme=dark', 'chat-session-old=x', cookieWith({}), bobs];
    expect(claimedSession(cookies, LOCAL)).toEqual({ person: 'alice', id: 's1' });
  });

  test('of the one kind is none of the other: a subdomain cannot plant one without the prefix', () => {
    const local = sentBack(sessionCookie(aliceSession(), Date.now(), LOCAL));
    const deployed = sentBack(sessionCookie(aliceSession(), Date.now(), DEPLOYED));
    expect(() => claimedSession([local], DEPLOYED)).toThrow(NOT_SIGNED_IN);
    expect(() => claimedSession([deployed], LOCAL)).toThrow(NOT_SIGNED_IN);
  });
});

describe('no session is claimed', () => {
  const now = () => Math.floor(Date.now() / 1_000);
  const CASES: [what: string, cookies: () => string[]][] = [
    ['without cookies', () => []],
    ['by other cookies', () => ['theme=dark', 'session=x']],
    ['by an empty one', () => ['chat-session=']],
    ['by rubbish', () => ['chat-session=rubbish']],
    ['by a header that is none', () => [`chat-session=${inBase64('no header')}.${inBase64('{}')}.x`]],
    [
      'by a token whose content is no JSON',
      () => [`chat-session=${inBase64('{"alg":"HS256","typ":"JWT"}')}.${inBase64('rubbish')}.x`],
    ],
    ['by three empty parts', () => ['chat-session=..']],
    ['by a signature of somebody else', () => [cookieWith({}, 'the secret of mallory')]],
    ['by no signature', () => [cookieWith({}, '', 'none')]],
    ['by a signature that was cut off', () => [cookieWith({}).replace(/[^.]*$/, '')]],
    ['by another algorithm', () => [cookieWith({}, SECRET, 'HS384')]],
    ['by a token for another audience', () => [cookieWith({ aud: 'billing' })]],
    ['by a token for no audience', () => [cookieWith({ aud: undefined })]],
    ['by a token whose time is over', () => [cookieWith({ exp: now() - 1 })]],
    [
      'by a token whose time never ends',
      () => [`chat-session=${jwt.sign({ sub: 'alice', sid: 's1', aud: 'chat-session' }, SECRET)}`],
    ],
    ['by a token whose time has not come', () => [cookieWith({ nbf: now() + 60 })]],
    ['by a token of nobody', () => [cookieWith({ sub: undefined })]],
    ['by a token of no session', () => [cookieWith({ sid: undefined })]],
    ['by a token whose session is no text', () => [cookieWith({ sid: { $ne: '' } })]],
  ];

  test.each(CASES)('%s', (_, cookies) => {
    expect(() => claimedSession(cookies(), LOCAL)).toThrow(NOT_SIGNED_IN);
  });

  test('but by the token that all of these were made from', () => {
    expect(claimedSession([cookieWith({})], LOCAL)).toEqual({ person: 'alice', id: 's1' });
  });
});
