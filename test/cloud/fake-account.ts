import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerCloudFormation } from './fake-cloudformation.ts';
import { answerS3 } from './fake-s3.ts';

/** An object in a bucket. */
export interface FakeObject {
  readonly body: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

export interface FakeStack {
  status: string;
  changedAt: string;
  outputs: Record<string, string>;
  /** The physical names of what it consists of. */
  resources: string[];
  template: object;
  isProtected: boolean;
}

/** An AWS account as far as deploying needs one: what is in it, and what was asked of it. */
export interface FakeAccount {
  readonly endpoint: string;
  readonly stacks: Map<string, FakeStack>;
  readonly buckets: Map<string, Map<string, FakeObject>>;
  readonly tables: Map<string, { isProtected: boolean; rows: number }>;
  readonly parameters: Map<string, { value: string; changedAt: number; type?: 'SecureString' | 'String' }>;
  /** The paths of each invalidation. */
  readonly invalidations: string[][];
  /** What was asked for, such as `s3 PUT site/index.html`, in its order. */
  readonly requests: string[];
  /** Requests that begin so are refused, with an error code of AWS's. */
  readonly refused: Map<string, string>;
  /** What the account takes for the time, in milliseconds. */
  now: number;
  close(): Promise<void>;
}

/** The parameters that `npm run secret` has made before a stage can be deployed. */
export const SECRETS = ['session-secret', 'password-pepper', 'vapid-private-key', 'vapid-public-key'];

/** A request as the fakes of the services see it. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

type Service = (account: FakeAccount, asked: Asked) => Answered;

const SERVICES: Readonly<Record<string, Service>> = {
  cloudformation: answerCloudFormation,
  cloudfront: answerCloudFront,
  dynamodb: answerDynamodb,
  s3: answerS3,
  ssm: answerParameterStore,
  sts: answerWhoIsAsking,
};

export async function startFakeAccount(): Promise<FakeAccount> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { status, body: answer } = answerOf(account, request, body);
    response.writeHead(status).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const account: FakeAccount = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stacks: new Map(),
    buckets: new Map(),
    tables: new Map(),
    parameters: new Map(),
    invalidations: [],
    requests: [],
    refused: new Map(),
    now: Date.now(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return account;
}

function answerOf(account: FakeAccount, request: IncomingMessage, body: string): Answered {
  // The signature names the service that is meant.
  const service =
    request.headers.authorization?.match(/Credential=[^,]*\/([a-z0-9]+)\/aws4_request/)?.[1] ?? '';
  const url = new URL(request.url ?? '', account.endpoint);
  const target =
    new URLSearchParams(body).get('Action') ??
    `${request.headers['x-amz-target'] ?? ''}`.split('.')[1] ??
    `${request.method} ${decodeURIComponent(url.pathname).slice(1)}`;
  const answer = SERVICES[service];
  if (!answer) throw new Error(`The account has no service ${service}.`);
  const name = `${service} ${target}`;
  account.requests.push(name);
  const refusal = [...account.refused].find(([beginning]) => name.startsWith(beginning));
  if (refusal) return refuse(service, refusal[1], 'The test has it so.');
  return answer(account, { method: request.method ?? '', url, target, headers: request.headers, body });
}

/** An error in the form of a service. */
export function refuse(service: string, code: string, message: string, status = 400): Answered {
  if (service === 'dynamodb' || service === 'ssm') {
    return { status, body: JSON.stringify({ __type: code, message }) };
  }
  const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, body: service === 's3' ? error : `<ErrorResponse>${error}</ErrorResponse>` };
}

/** Text between XML's tags. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function answerWhoIsAsking(): Answered {
  const who = '<Arn>arn:aws:iam::123456789012:user/alice</Arn><Account>123456789012</Account>';
  return {
    status: 200,
    body: `<GetCallerIdentityResponse><GetCallerIdentityResult>${who}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
  };
}

function answerParameterStore(account: FakeAccount, { target, body }: Asked): Answered {
  const { Name, Value, Overwrite, WithDecryption, Type } = JSON.parse(body);
  const parameter = account.parameters.get(Name);
  if (target === 'PutParameter') {
    if (parameter && !Overwrite) return refuse('ssm', 'ParameterAlreadyExists', Name);
    if (!['SecureString', 'String'].includes(Type)) return refuse('ssm', 'UnsupportedParameterType', Type);
    account.parameters.set(Name, { value: Value, changedAt: account.now, type: Type });
    return { status: 200, body: '{}' };
  }
  if (!parameter) return refuse('ssm', 'ParameterNotFound', Name);
  if (target === 'DeleteParameter') {
    account.parameters.delete(Name);
    return { status: 200, body: '{}' };
  }
  const Parameter = {
    Name,
    Type: parameter.type ?? 'SecureString',
    Value: WithDecryption || parameter.type === 'String' ? parameter.value : 'encrypted',
    LastModifiedDate: parameter.changedAt / 1_000,
  };
  return { status: 200, body: JSON.stringify({ Parameter }) };
}

function answerDynamodb({ tables }: FakeAccount, { target, body }: Asked): Answered {
  const { TableName, DeletionProtectionEnabled } = JSON.parse(body);
  const table = tables.get(TableName);
  if (!table) return refuse('dynamodb', 'ResourceNotFoundException', TableName);
  if (target === 'UpdateTable') table.isProtected = DeletionProtectionEnabled;
  if (target === 'DeleteTable') {
    if (table.isProtected) return refuse('dynamodb', 'ValidationException', 'It is protected.');
    tables.delete(TableName);
  }
  return { status: 200, body: JSON.stringify({ Table: { TableName, ItemCount: table.rows } }) };
}

function answerCloudFront({ invalidations }: FakeAccount, { body }: Asked): Answered {
  invalidations.push([...body.matchAll(/<Path>([^<]*)<\/Path>/g)].map(([, path]) => path ?? ''));
  return { status: 201, body: '<Invalidation><Id>I1</Id><Status>InProgress</Status></Invalidation>' };
}
