import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a function asked of AWS, as a role would have to allow it: `dynamodb:Query PeopleTable/index/directory`. */
export type Rights = Map<string, Set<string>>;

/** Stands between functions and what they ask, and writes down who asks for what. */
export interface Recorder {
  readonly rights: Rights;
  /** The tables in which rows were put without the condition that there is none. */
  readonly overwriting: Set<string>;
  /** The address for a function, such as `http/register`. */
  readonly url: string;
  stop(): Promise<void>;
}

const TARGET = 'x-amz-target';
const POST_TO_SOCKETS = '/@connections/';

interface AwsRequest {
  readonly Name?: string;
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly RequestItems?: object;
  readonly ConditionExpression?: string;
}

/**
 * @param tables their logical names in serverless.yml, by their names
 * @param parameters those of the Parameter Store, decrypted
 */
export async function startRecorder(
  dynamodb: string,
  connections: string,
  tables: ReadonlyMap<string, string>,
  parameters: Readonly<Record<string, string>>,
): Promise<Recorder> {
  const recorded: Rights = new Map();
  const overwriting = new Set<string>();
  const record = (name: string, right: string) => {
    recorded.set(name, (recorded.get(name) ?? new Set()).add(right));
  };

  const server = createServer(async (request, response) => {
    const [, kind, name, ...path] = (request.url ?? '').split('/');
    const body = await bodyOf(request);
    const target = `${request.headers[TARGET] ?? ''}`;
    const parameter = target.startsWith('AmazonSSM.');
    const asksDynamodb = target.startsWith('DynamoDB_');
    const rights = parameter ? parameterRights : asksDynamodb ? dynamodbRights : socketRights;
    for (const right of rights(request, body)) record(`${kind}/${name}`, right);
    if (parameter) {
      const { Name = '' } = JSON.parse(body) as AwsRequest;
      return void response.end(JSON.stringify({ Parameter: { Value: parameters[Name] } }));
    }
    const address = `${asksDynamodb ? dynamodb : connections}/${path.join('/')}`;
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
    const answer = await fetch(address, {
      method: request.method ?? 'POST',
      headers: headers as Record<string, string>,
      ...(body !== '' && { body }),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });

  const dynamodbRights = ({ headers }: IncomingMessage, body: string): string[] => {
    const action = `dynamodb:${`${headers[TARGET]}`.split('.')[1]}`;
    const { TableName, IndexName, RequestItems, ConditionExpression } = JSON.parse(body) as AwsRequest;
    const isNew = ConditionExpression === 'attribute_not_exists(#key)';
    if (action === 'dynamodb:PutItem' && !isNew) overwriting.add(tables.get(TableName ?? '') ?? '');
    const asked = TableName === undefined ? Object.keys(RequestItems ?? {}) : [TableName];
    const index = IndexName === undefined ? '' : `/index/${IndexName}`;
    return asked.map((table) => `${action} ${tables.get(table)}${index}`);
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    rights: recorded,
    overwriting,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function parameterRights({ headers }: IncomingMessage, body: string): string[] {
  const { Name } = JSON.parse(body) as AwsRequest;
  return [`ssm:${`${headers[TARGET]}`.split('.')[1]} parameter${Name}`];
}

function socketRights({ method, url }: IncomingMessage): string[] {
  return url?.includes(POST_TO_SOCKETS) ? [`execute-api:ManageConnections ${method}/@connections/*`] : [];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
