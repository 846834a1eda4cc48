import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';

/**
 * What a trace in X-Ray shows of a request to AWS: a subsegment, sent to the daemon that runs beside a Lambda, as JSON in
 * a UDP packet. https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html
 */

/** Part of every packet: what follows it is a document of this format. */
const HEADER = '{"format": "json", "version": 1}\n';

/** For a client's `middlewareStack`; to be added at the step `initialize`, so that all tries of a request are one. */
export type Tracing = <Args extends { input: object }, Result extends { output: object }>(
  next: (args: Args) => Promise<Result>,
  context: { readonly clientName?: string; readonly commandName?: string },
) => (args: Args) => Promise<Result>;

/**
 * Sends a subsegment for each request of a client whose invocation is sampled. A trace is a help, not a duty: what can't
 * be sent is lost, and no request waits for it.
 * @param daemon `host:port`
 * @param traceHeader `Root=…;Parent=…;Sampled=1` of the invocation under way
 */
export function xrayTracing(daemon: string, traceHeader: () => string | undefined): Tracing {
  const send = senderTo(daemon);

  return (next, context) => async (args) => {
    const trace = new URLSearchParams(traceHeader()?.replaceAll(';', '&'));
    if (trace.get('Sampled') !== '1') return next(args);

    const began = Date.now();
    const end = (answered: object, error?: Error) => {
      send({
        type: 'subsegment',
        id: randomBytes(8).toString('hex'),
        trace_id: trace.get('Root'),
        parent_id: trace.get('Parent'),
        name: context.clientName?.replace(/Client$/, ''),
        namespace: 'aws',
        start_time: began / 1_000,
        end_time: Date.now() / 1_000,
        ...describe(args.input, context.commandName, answered, error),
      });
    };
    try {
      const result = await next(args);
      end(result.output);
      return result;
    } catch (error) {
      end(Object(error), error as Error);
      throw error;
    }
  };
}

/** What the SDK adds to an answer, and to an error. */
interface Metadata {
  readonly httpStatusCode?: number;
  readonly requestId?: string;
  readonly attempts?: number;
}

/** Which table was asked; never for what, nor what for an answer came. */
interface Asked {
  readonly TableName?: string;
  readonly RequestItems?: object;
}

function describe(
  { TableName, RequestItems }: Asked,
  commandName: string | undefined,
  { $metadata = {} }: { readonly $metadata?: Metadata },
  error: Error | undefined,
): object {
  const { httpStatusCode: status, requestId, attempts = 1 } = $metadata;
  const aws = {
    operation: commandName?.replace(/Command$/, ''),
    table_name: TableName,
    table_names: RequestItems && Object.keys(RequestItems),
    request_id: requestId,
    retries: attempts - 1,
  };
  return { aws, http: status && { response: { status } }, ...(error && flags(error, status)) };
}

/** Whose fault it is: without a status nobody has answered, and that is never the fault of who asked. */
function flags({ name }: Error, status = 500): object {
  const throttle = status === 429 || /Throttl|ThroughputExceeded|RequestLimit/.test(name);
  return { error: status < 500, fault: status >= 500, throttle };
}

function senderTo(daemon: string): (document: object) => void {
  const [host = '', port] = daemon.split(':');
  let socket: Socket | undefined;
  return (document) => {
    try {
      socket ??= createSocket('udp4')
        .unref()
        .on('error', () => {});
      socket.send(HEADER + JSON.stringify(document), Number(port), host, () => {});
    } catch {
      // An address that is none, say.
    }
  };
}
