import { describe, expect, test } from '@jest/globals';
import { API_HEADERS } from '../../lib/edge/api-headers.ts';
import { FOREIGN_ORIGIN, type HttpRequest, OWN_ORIGIN } from '../functions/events.ts';
import type { Scene } from './scene.ts';
import { exampleFor } from './schema-walk.ts';
import { everythingStored, expectNothingChanged } from './stored.ts';
import { HTTP_ROUTES, HTTP_TAKES, POSTS, requestLine } from './what-routes-take.ts';

type Headers = Readonly<Record<string, string>>;

/** What browsers say of a request that a page of another site makes, or that is none of a page's business. */
const FROM_ELSEWHERE: readonly Headers[] = [
  { origin: FOREIGN_ORIGIN },
  { origin: 'null' },
  { origin: '' },
  { origin: `${OWN_ORIGIN}.mallory.example` },
  { origin: `${OWN_ORIGIN}, ${FOREIGN_ORIGIN}` },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'cors' },
  { 'sec-fetch-site': '' },
  { 'sec-fetch-site': 'same-origin, cross-site' },
  { 'sec-fetch-site': 'SAME-ORIGIN' },
  // Either sign is enough.
  { origin: OWN_ORIGIN, 'sec-fetch-site': 'cross-site' },
  { origin: OWN_ORIGIN, 'sec-fetch-site': 'same-site' },
  { origin: FOREIGN_ORIGIN, 'sec-fetch-site': 'same-origin' },
];

const OPENED_BY_A_PERSON: Headers = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };

const FROM_HERE: readonly Headers[] = [
  {},
  { origin: OWN_ORIGIN },
  { 'sec-fetch-site': 'same-origin' },
  { origin: OWN_ORIGIN, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' },
];

const TYPES = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
const MORE_TYPES = [
  'application/jsonp',
  'application/ld+json',
  'text/json',
  'text/plain; application/json',
  '',
];

/** That a page of mallory's, opened in alice's browser, can do nothing with her log-in. */
export function comesFromElsewhere(scene: () => Scene): void {
  /** A request of alice's browser: her cookie, and what the route takes. */
  const asAlice = (route: (typeof HTTP_ROUTES)[number], headers: Headers): HttpRequest => {
    const schema = HTTP_TAKES[route];
    const taken = schema ? exampleFor(schema) : {};
    const common = {
      cookies: [scene().alice.cookie],
      headers: { 'content-type': 'application/json', ...headers },
    };
    return route.startsWith('POST')
      ? { ...common, body: JSON.stringify(taken) }
      : { ...common, query: taken as Record<string, string> };
  };

  describe("mallory's page in alice's browser", () => {
    test.each(HTTP_ROUTES)('gets nothing out of %s, and changes nothing', async (route) => {
      const before = await everythingStored();
      for (const headers of FROM_ELSEWHERE) {
        const answer = await scene().world.request(requestLine(route), asAlice(route, headers));
        expect([headers, answer]).toMatchObject([
          headers,
          { status: 403, cookies: [], headers: API_HEADERS, body: { error: { code: 'foreign-origin' } } },
        ]);
      }
      await expectNothingChanged(before);
    });

    test.each(POSTS)('can have nobody open %s as an address', async (route) => {
      const answer = await scene().world.request(route, asAlice(route, OPENED_BY_A_PERSON));
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'foreign-origin' } } });
    });

    test.each(POSTS)('can send %s no form: of bodies it takes JSON alone', async (route) => {
      const before = await everythingStored();
      for (const type of [...TYPES, ...MORE_TYPES]) {
        const answer = await scene().world.request(route, asAlice(route, { 'content-type': type }));
        expect(answer).toMatchObject({ status: 415, body: { error: { code: 'unsupported-media-type' } } });
      }
      const { headers: _, ...withoutType } = asAlice(route, {});
      expect(await scene().world.request(route, withoutType)).toMatchObject({ status: 415 });
      await expectNothingChanged(before);
    });
  });

  describe("alice's own page", () => {
    const READS = HTTP_ROUTES.filter((route) => route.startsWith('GET'));

    test.each(READS)('reads %s, and so does a client that is no browser', async (route) => {
      for (const headers of [...FROM_HERE, OPENED_BY_A_PERSON]) {
        // Nobody has a picture here, which is an answer as well.
        const status = route === 'GET /api/picture' ? 404 : 200;
        expect(await scene().world.request(route, asAlice(route, headers))).toMatchObject({ status });
      }
    });

    test('changes what it wants to', async () => {
      for (const headers of FROM_HERE) {
        const answer = await scene().world.request('POST /api/ticket', asAlice('POST /api/ticket', headers));
        expect(answer).toMatchObject({ status: 200, headers: API_HEADERS });
      }
    });
  });

  test.each(HTTP_ROUTES)(
    '%s says with each answer that nobody is to keep, frame or run it',
    async (route) => {
      const line = requestLine(route);
      const own = { origin: OWN_ORIGIN, 'content-type': 'application/json' };
      const { mallory, world } = scene();
      const requests: HttpRequest[] = [
        {},
        { headers: own },
        { headers: own, body: 'no JSON', cookies: [mallory.cookie] },
        { headers: own, query: { no: 'such field' }, cookies: [mallory.cookie] },
      ];
      for (const request of requests) {
        const { headers, status } = await world.request(line, request);
        if (status === 204) continue;
        expect(headers).toEqual({ 'content-type': 'application/json', ...API_HEADERS });
      }
    },
  );

  test.each(['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])(
    '%s is no method of any path, and says nothing of who may ask',
    async (method) => {
      for (const path of ['/api/people', '/api/register', '/api/nothing']) {
        const { status, headers } = await scene().world.request(`${method} ${path}`, {
          cookies: [scene().alice.cookie],
        });
        expect(status).toBe(404);
        expect(Object.keys(headers).filter((name) => /^access-control|^allow$/i.test(name))).toEqual([]);
      }
    },
  );
}
