import { randomBytes } from 'node:crypto';
import type { SocketTicket } from '../../lib/protocol/rest.ts';
import type { ServerFrame } from '../../lib/protocol/server-frames.ts';
import {
  type AuthorizerContext,
  authorizerEvent,
  connectEvent,
  disconnectEvent,
  frameEvent,
  type HttpRequest,
  lambdaContext,
  OWN_ORIGIN,
} from './events.ts';
import type { Answer, World } from './world.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** A request whose body is JSON, from a page of ours. */
export function jsonRequest(body: unknown, { headers, ...request }: HttpRequest = {}): HttpRequest {
  return {
    ...request,
    body: JSON.stringify(body),
    headers: { ...JSON_TYPE, origin: OWN_ORIGIN, ...headers },
  };
}

/** Somebody with an account, who is logged in. */
export interface Person {
  readonly name: string;
  readonly password: string;
  /** As a browser sends it back: `name=value`. */
  readonly cookie: string;
  get(path: string, query?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
  /** Opens a socket all the way: a ticket, if there is none yet, the authorizer, $connect. */
  openSocket(known?: SocketTicket): Promise<Socket>;
}

/** An open socket of somebody. */
export interface Socket {
  readonly connectionId: string;
  readonly identity: AuthorizerContext;
  /** Sends text as it is, to the route that API Gateway would choose by `$request.body.action`. */
  sendText(text: string): Promise<ServerFrame>;
  send(frame: object): Promise<ServerFrame>;
  /** Sends a frame that may well be answered by nothing, as `typing` is. */
  sendIgnoring(frame: object): Promise<ServerFrame | undefined>;
  close(): Promise<void>;
}

/** What can be asked of the functions, wherever they run. */
export type Doors = Pick<World, 'socketRoutes' | 'request' | 'authorizer'> & {
  readonly log: Pick<World['log'], 'keepSecretsOf'>;
};

export async function signUp(world: Doors, name: string): Promise<Person> {
  const password = `the password of ${name} 🔑`;
  const answer = await world.request('POST /api/register', jsonRequest({ name, password }));
  const cookie = cookieOf(answer);

  const get: Person['get'] = (path, query) =>
    world.request(`GET ${path}`, { cookies: [cookie], ...(query && { query }) });
  const post: Person['post'] = (path, body = {}) =>
    world.request(`POST ${path}`, jsonRequest(body, { cookies: [cookie] }));

  return {
    name,
    password,
    cookie,
    get,
    post,
    async openSocket(known) {
      const { ticket } = known ?? ((await post('/api/ticket')).body as SocketTicket);
      const { context } = await world.authorizer(authorizerEvent(offering(ticket)));
      return openSocket(world, context as unknown as AuthorizerContext);
    },
  };
}

/** The cookie of an answer, as a browser sends it back. */
export function cookieOf({ cookies: [cookie = ''] }: Answer): string {
  return cookie.split(';')[0] ?? '';
}

/** The headers of a handshake that a page of ours makes with a ticket. */
export function offering(ticket: string): Record<string, string> {
  return { Origin: OWN_ORIGIN, 'Sec-WebSocket-Protocol': `chat.v1, ticket.${ticket}` };
}

async function openSocket(world: Doors, identity: AuthorizerContext): Promise<Socket> {
  // As API Gateway's are: 16 characters.
  const connectionId = randomBytes(11).toString('base64');
  await world.socketRoutes.$connect(connectEvent(connectionId, identity), lambdaContext());

  const bodyOf = async (text: string): Promise<string | undefined> => {
    const route = routeOf(world, text);
    world.log.keepSecretsOf(text);
    const event = frameEvent(route, connectionId, identity, text);
    return (await world.socketRoutes[route](event, lambdaContext())).body;
  };
  const sendText: Socket['sendText'] = async (text) => JSON.parse((await bodyOf(text)) ?? '') as ServerFrame;
  return {
    connectionId,
    identity,
    sendText,
    send: (frame) => sendText(JSON.stringify(frame)),
    async sendIgnoring(frame) {
      const body = await bodyOf(JSON.stringify(frame));
      return body === undefined ? undefined : (JSON.parse(body) as ServerFrame);
    },
    async close() {
      await world.socketRoutes.$disconnect(disconnectEvent(connectionId, identity), lambdaContext());
    },
  };
}

function routeOf({ socketRoutes }: Doors, text: string): keyof Doors['socketRoutes'] {
  const action = actionOf(text);
  return typeof action === 'string' && Object.hasOwn(socketRoutes, action)
    ? (action as keyof Doors['socketRoutes'])
    : '$default';
}

function actionOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { action?: unknown } | null)?.action;
  } catch {
    return undefined;
  }
}
