import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The part of serverless.yml that decides about what an invocation costs, beside what it does. */
interface Template {
  readonly params: { readonly default: { readonly tracing: string } };
  readonly provider: {
    readonly memorySize: number;
    readonly tracing: { readonly lambda: string };
    readonly logs: { readonly httpApi: { readonly format: string } };
  };
  readonly functions: Readonly<
    Record<string, { readonly memorySize?: number; readonly events?: readonly FunctionEvent[] }>
  >;
  readonly resources: {
    readonly Resources: {
      readonly SocketLog: { readonly Properties: { readonly LogGroupClass?: string } };
    };
    readonly extensions: {
      readonly WebsocketsDeploymentStage: {
        readonly Properties: { readonly AccessLogSettings: { readonly Format: string } };
      };
    };
  };
}

interface FunctionEvent {
  readonly httpApi?: string;
  readonly websocket?: { readonly route: string };
}

const template = parse(readFileSync(new URL('../../serverless.yml', import.meta.url), 'utf8')) as Template;

/** What a variable of an access log is, about; of others the name says enough of its length. */
const VARIABLES: Readonly<Record<string, string>> = {
  requestId: 'GXLKJfX4FiACG1w=',
  requestTimeEpoch: '1795583833631',
  'identity.sourceIp': '203.0.113.107',
  eventType: 'MESSAGE',
  routeKey: 'send-message',
  connectionId: 'L0SM9cOFvHcCIhw=',
  'authorizer.person': 'alice-marlow',
  status: '200',
  'error.message': '-',
  integrationErrorMessage: '-',
  responseLength: '1234',
  responseLatency: '43',
};

/** Without a rule of one's own Lambda traces one invocation in twenty. */
const TRACED_SHARE = 0.05;

/** In MB, of the function behind a route of either API, or by its own name. */
export function memoryOf(route: string): number {
  const ofRoute = ([name, { events = [] }]: [string, Template['functions'][string]]) =>
    name === route ||
    events.some(({ httpApi, websocket }) => httpApi === route || websocket?.route === route);
  const [, found] = Object.entries(template.functions).find(ofRoute) ?? [];
  if (!found) throw new Error(`serverless.yml has no function for ${route}.`);
  return found.memorySize ?? template.provider.memorySize;
}

/** The bytes of a line in the API's access log. */
export const httpAccessBytes = bytesOf(template.provider.logs.httpApi.format);

export const socketAccessBytes = bytesOf(
  template.resources.extensions.WebsocketsDeploymentStage.Properties.AccessLogSettings.Format,
);

/** Whether the sockets' access log is of the class that costs half, and of which no metrics can be made. */
export const isSocketLogRare =
  template.resources.Resources.SocketLog.Properties.LogGroupClass === 'INFREQUENT_ACCESS';

/** Of invocations, how many leave a trace. */
export const tracedShare =
  template.params.default.tracing === 'Active' && template.provider.tracing.lambda.startsWith('$')
    ? TRACED_SHARE
    : 0;

function bytesOf(format: string): number {
  return Buffer.byteLength(format.replaceAll(/\$context\.([\w.]+)/g, (_, name) => VARIABLES[name] ?? name));
}
