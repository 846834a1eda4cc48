import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import type { httpRoutes, socketRoutes } from '../../functions/routes.ts';
import type { Erasure } from '../../lib/chat/erasure-ports.ts';
import type { Passkeys } from '../../lib/chat/passkey-ports.ts';
import type { OperatorStore, Store } from '../../lib/chat/ports.ts';
import { dynamodbEnvironment, startDynamodbLocal } from '../../scripts/local/dynamodb.ts';
import { HIGH_LIMITS } from '../../scripts/local/limits.ts';
import { newPushKeys, vapidKeysSetting } from '../../scripts/local/push-keys.ts';
import { createTables, tableEnvironment } from '../../scripts/local/tables.ts';
import { type FakePushService, startPushService } from '../../scripts/push-service/fake-push-service.ts';
import { type CapturedLog, captureLog } from './captured-log.ts';
import { type ConnectionsEndpoint, startConnectionsEndpoint } from './connections-endpoint.ts';
import { type HttpRequest, httpEvent, lambdaContext, OWN_ORIGIN } from './events.ts';

const STAGE = 'test';
export const SESSION_SECRET = 'the secret that signs the sessions of the tests';
export const PASSWORD_PEPPER = '1:what goes into the hashes of the tests, and is long enough';
export const SOCKET_URL = '/socket';
export const PUSH_KEYS = newPushKeys();

/** An HTTP answer with its body parsed, or as bytes if it is no JSON; `body` is undefined where there is none. */
export interface Answer {
  readonly status: number | undefined;
  readonly headers: Record<string, unknown>;
  readonly cookies: string[];
  readonly body: unknown;
}

/** The functions as they are deployed, on a DynamoDB, an API Gateway and a push service of their own. */
export interface World {
  readonly httpRoutes: typeof httpRoutes;
  readonly socketRoutes: typeof socketRoutes;
  authorizer(event: APIGatewayRequestAuthorizerEvent): Promise<APIGatewayAuthorizerResult>;
  /** What the functions store in, for a look behind the scenes. */
  readonly store: Store & OperatorStore;
  readonly erasure: Erasure;
  readonly passkeys: Passkeys;
  readonly connections: ConnectionsEndpoint;
  readonly pushService: FakePushService;
  readonly log: CapturedLog;
  /** Sends a request to the route that API Gateway would choose. */
  request(route: string, request?: HttpRequest): Promise<Answer>;
  stop(): Promise<void>;
}

/**
 * Starts a DynamoDB Local, then loads the functions: they read where it is as they are loaded.
 * @param env more of what the functions find in their environment, or something else
 */
export async function startWorld(env: NodeJS.ProcessEnv = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-functions-'));
  const [dynamodb, connections, pushService] = await Promise.all([
    startDynamodbLocal({ logFolder: folder }),
    startConnectionsEndpoint(),
    startPushService(),
  ]);
  await createTables(dynamodb.endpoint, STAGE);
  setEnvironment({
    ...dynamodbEnvironment(dynamodb.endpoint),
    ...functionsEnvironment(connections.url),
    PUSH_SERVICES: pushService.origin,
    ...env,
  });
  const functions = await loadFunctions();
  return {
    ...functions,
    connections,
    pushService,
    async stop() {
      functions.log.release();
      await connections.stop();
      await pushService.stop();
      await dynamodb.child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What serverless.yml gives the functions, in a stage of the tests. */
export function functionsEnvironment(connectionsEndpoint: string): NodeJS.ProcessEnv {
  return {
    ...tableEnvironment(STAGE),
    STAGE,
    ALLOWED_ORIGINS: `${OWN_ORIGIN},http://localhost:8000`,
    CONNECTIONS_ENDPOINT: connectionsEndpoint,
    SOCKET_URL,
    SESSION_SECRET,
    PASSWORD_PEPPER,
    VAPID_KEYS: vapidKeysSetting(PUSH_KEYS),
    COOKIE_SECURE: 'false',
    // bcrypt's least: its slowness is not what is tested.
    PASSWORD_COST: '4',
    LIMITS: HIGH_LIMITS,
  };
}

export function setEnvironment(env: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

/** What can be asked of functions wherever they store and post. */
export type LoadedFunctions = Omit<World, 'connections' | 'pushService' | 'stop'>;

/** Loads the functions as the environment is now, once per test file. */
export async function loadFunctions(): Promise<LoadedFunctions> {
  const { httpRoutes, socketRoutes, socketAuthorizer } = await import('../../functions/routes.ts');
  const store = { ...(await import('../../lib/app/store.ts')).store, ...(await operatorStore()) };
  const { erasure } = await import('../../lib/app/erasure.ts');
  const { passkeys } = await import('../../lib/app/passkeys.ts');
  const log = captureLog();

  const request = async (route: string, sent: HttpRequest = {}): Promise<Answer> => {
    const key = route in httpRoutes ? (route as keyof typeof httpRoutes) : '$default';
    log.keepSecretsOf(sent.body ?? '{}');
    sent.cookies?.forEach(log.keepCookieSecret);
    const answer = await httpRoutes[key](httpEvent(route, key, sent), lambdaContext());
    const { statusCode, headers = {}, cookies = [], body, isBase64Encoded } = answer;
    if (isBase64Encoded) {
      return { status: statusCode, headers, cookies, body: Buffer.from(body ?? '', 'base64') };
    }
    log.keepSecretsOf(body || '{}');
    cookies.forEach(log.keepCookieSecret);
    return { status: statusCode, headers, cookies, body: body ? (JSON.parse(body) as unknown) : undefined };
  };
  const authorizer: World['authorizer'] = (event) => socketAuthorizer(event, lambdaContext());
  return { httpRoutes, socketRoutes, authorizer, store, erasure, passkeys, log, request };
}

async function operatorStore(): Promise<OperatorStore> {
  const { config } = await import('../../lib/config.ts');
  const { dynamodbClient } = await import('../../lib/store/dynamodb/store.ts');
  const { dynamodbOperatorStore } = await import('../../lib/store/dynamodb/operator-store.ts');
  return dynamodbOperatorStore(dynamodbClient(), config.tables);
}
