import { createHmac } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { WebSocket } from 'ws';
import { API_HEADERS } from '../../lib/edge/api-headers.ts';
import type { SocketTicket } from '../../lib/protocol/rest.ts';
import { PROTOCOL, TICKET_PREFIX } from '../../lib/protocol/socket.ts';
import { dynamodbTable } from '../../lib/store/dynamodb/table.ts';
import { dynamodbTickets } from '../../lib/store/dynamodb/tickets.ts';
import { LOCAL_STAGE } from '../../scripts/local/offline.ts';
import { PAGE_HEADERS } from '../../scripts/local/page-headers.ts';
import { tableEnvironment } from '../../scripts/local/tables.ts';

const FOREIGN_ORIGIN = 'https://mallory.example';
const JSON_TYPE = { 'content-type': 'application/json' };

/** Where a system runs, as those know it who start it. */
export interface Outside {
  readonly address: string;
  /** Where its DynamoDB is, to put into it what would take half a minute to come about. */
  readonly endpoint: string;
}

/** What a system that runs refuses at its doors, whoever listens there. */
export function refusesFromOutside(outside: () => Outside): void {
  const at = (path: string) => new URL(path, outside().address);
  const name = `alice-${Date.now().toString(36)}`;
  let cookie = '';

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(at(path), { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) });
  const get = (path: string, headers: Record<string, string> = {}) => fetch(at(path), { headers });
  const newTicket = async () => {
    const answer = await post('/api/ticket', {}, { cookie });
    return ((await answer.json()) as SocketTicket).ticket;
  };

  beforeAll(async () => {
    const registered = await post('/api/register', { name, password: `the password of ${name}` });
    cookie = registered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(registered.status).toBe(201);
  });

  describe('a handshake', () => {
    let client: DynamoDBClient;
    beforeAll(() => {
      const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
      client = new DynamoDBClient({ endpoint: outside().endpoint, region: 'us-east-1', credentials });
    });
    afterAll(() => client?.destroy());

    /** The status that answers it: 101, if it opens. */
    const shake = (ticket: string, headers: Record<string, string> = {}): Promise<number> => {
      const address = at('/socket');
      address.protocol = address.protocol.replace('http', 'ws');
      const socket = new WebSocket(address, [PROTOCOL, `${TICKET_PREFIX}${ticket}`], { headers });
      return new Promise((resolve, reject) => {
        socket.once('unexpected-response', (_, { statusCode = 0 }) => {
          socket.on('error', () => {});
          socket.terminate();
          resolve(statusCode);
        });
        socket.once('open', () => {
          socket.once('close', () => resolve(101));
          socket.close();
        });
        socket.once('error', reject);
      });
    };

    test('of a page of another site is refused, which does not cost alice her ticket', async () => {
      const ticket = await newTicket();
      for (const origin of [FOREIGN_ORIGIN, 'null', `${outside().address}.mallory.example`]) {
        expect([origin, await shake(ticket, { origin })]).toEqual([origin, 403]);
      }
      expect(await shake(ticket, { origin: outside().address })).toBe(101);
    });

    test('with a ticket that was used is refused', async () => {
      const ticket = await newTicket();
      expect(await shake(ticket)).toBe(101);
      expect(await shake(ticket)).toBe(403);
    });

    test('with a ticket whose time is over is refused', async () => {
      const { sid = '' } = jwt.decode(cookie.slice(cookie.indexOf('=') + 1)) as { sid?: string };
      const tickets = dynamodbTickets(
        dynamodbTable(client, tableEnvironment(LOCAL_STAGE).CONNECTIONS_TABLE ?? ''),
      );
      const added = { person: name, session: sid, secret: `expired-${name}` };
      await tickets.add({ ...added, expiresAt: Date.now() - 1 });
      expect(await shake(added.secret)).toBe(403);
      // Nothing else was wrong with it.
      await tickets.add({ ...added, expiresAt: Date.now() + 30_000 });
      expect(await shake(added.secret)).toBe(101);
    });

    test('with a ticket that was never given is refused, and so is one without', async () => {
      const [header, payload] = cookie.slice(cookie.indexOf('=') + 1).split('.');
      const signature = createHmac('sha256', 'mallory').update(`${header}.${payload}`).digest('base64url');
      const forged = ['made-up', 'x'.repeat(32), `${header}.${payload}.${signature}`, '__proto__'];
      for (const ticket of forged) expect([ticket, await shake(ticket)]).toEqual([ticket, 403]);
    });
  });

  describe('a request', () => {
    const REFUSED: Record<string, string>[] = [
      { origin: FOREIGN_ORIGIN },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];

    test("of another site's page is refused, whether it reads or writes", async () => {
      for (const headers of REFUSED) {
        const read = await get('/api/bootstrap', { cookie, ...headers });
        const write = await post('/api/log-out', {}, { cookie, ...headers });
        expect([headers, read.status, write.status]).toEqual([headers, 403, 403]);
        expect(await write.json()).toMatchObject({ error: { code: 'foreign-origin' } });
      }
      expect((await get('/api/bootstrap', { cookie })).status).toBe(200);
    });

    test('with a forged cookie is refused', async () => {
      const [label, token = ''] = [
        cookie.slice(0, cookie.indexOf('=')),
        cookie.slice(cookie.indexOf('=') + 1),
      ];
      const claims = jwt.decode(token) as jwt.JwtPayload;
      const forged = [
        jwt.sign(claims, 'the secret of mallory'),
        jwt.sign(claims, '', { algorithm: 'none' }),
        token.slice(0, -1),
        '',
      ];
      for (const each of forged) {
        expect((await get('/api/bootstrap', { cookie: `${label}=${each}` })).status).toBe(401);
      }
    });
  });

  describe('every answer', () => {
    const told = ({ headers }: Response) => Object.fromEntries(headers);

    test('of the API is kept by nobody, framed by nobody and run by nobody, whatever its status', async () => {
      const answers = [
        await get('/api/bootstrap', { cookie }),
        await get('/api/bootstrap'),
        await get('/api/nothing'),
        await get('/api/'),
        await get('/api/people?limit=1', { cookie }),
        await post('/api/log-out', {}),
        await post('/api/ticket', {}, { cookie, 'content-type': 'text/plain' }),
        await post('/api/ticket', {}, { cookie, origin: FOREIGN_ORIGIN }),
        await post('/api/ticket', { text: 'x'.repeat(40_000) }, { cookie }),
        await post('/api/ticket', { text: 'x'.repeat(2_000_000) }, { cookie }),
        await fetch(at('/api/people'), { method: 'DELETE', headers: { cookie } }),
        await fetch(at('/api/people'), { method: 'OPTIONS', headers: { origin: FOREIGN_ORIGIN } }),
      ];
      for (const answer of answers) {
        const about = `${answer.status} ${answer.url}`;
        expect([about, told(answer)]).toMatchObject([about, API_HEADERS]);
        expect([about, tellTale(answer)]).toEqual([about, []]);
        await answer.arrayBuffer();
      }
      const statuses = answers.map(({ status }) => status);
      // Whatever a preflight is answered, it is no invitation.
      expect(statuses.slice(0, -1)).toEqual([200, 401, 404, 404, 400, 401, 415, 403, 413, 413, 404]);
    });

    test('that is a page or a file of it says what a browser may do with it', async () => {
      for (const path of ['/', '/login', '/c/bob', '/sw.js', '/manifest.webmanifest', '/gone.js']) {
        const answer = await get(path);
        expect([path, told(answer)]).toMatchObject([path, PAGE_HEADERS]);
        expect([path, tellTale(answer)]).toEqual([path, []]);
        await answer.arrayBuffer();
      }
    });
  });
}

/** Headers that say what somebody has built this with, or that let other sites read it. */
function tellTale({ headers }: Response): string[] {
  return [...headers.keys()].filter((header) => /^(server|x-powered-by|via|access-control-.*)$/.test(header));
}
