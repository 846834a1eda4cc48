import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { type HttpRequest, httpEvent, lambdaContext } from '../../test/functions/events.ts';
import type { Doors } from '../../test/functions/person.ts';
import { gigabytes, gigabytesLogged, type Metered, meterInvocation } from './invocation-meter.ts';
import { httpAccessBytes, isSocketLogRare, socketAccessBytes } from './template.ts';
import { httpRequests, socketMessages } from './units.ts';
import { add, type Usage } from './usage.ts';

type Routes = typeof import('../../functions/routes.ts');
type SocketHandler = (event: SocketEvent, context: Context) => Promise<{ body?: unknown }>;
interface SocketEvent {
  readonly body?: string;
  readonly requestContext: { readonly eventType: string };
}

/** The doors of the functions, and what lies before each of them on AWS: the CDN, the APIs, their logs. */
export function meteredDoors(
  { httpRoutes, socketRoutes, socketAuthorizer }: Routes,
  isMetering: () => boolean,
  note: (metered: Metered) => void,
): Doors {
  /** Runs a function, and adds to what it uses what is used around it. */
  const run = async <Answer>(
    route: string,
    handle: () => Promise<Answer>,
    around: (answer: Answer) => Partial<Usage>,
  ) => {
    if (!isMetering()) return handle();
    const { answer, metered } = await meterInvocation(route, handle);
    note({ ...metered, usage: add(metered.usage, around(answer)) });
    return answer;
  };

  const overSocket = ([route, handler]: [string, unknown]) => {
    const metered: SocketHandler = (event, context) =>
      run(
        route,
        () => (handler as SocketHandler)(event, context),
        (answer) => aroundFrame(event, answer),
      );
    return [route, metered];
  };

  return {
    log: { keepSecretsOf: () => {} },
    socketRoutes: Object.fromEntries(Object.entries(socketRoutes).map(overSocket)) as Doors['socketRoutes'],
    authorizer: (event) =>
      run(
        'authorizer',
        () => socketAuthorizer(event, lambdaContext()),
        () => ({}),
      ),
    async request(route, sent = {}) {
      const key = route as keyof typeof httpRoutes;
      const answer = await run(
        route,
        () => httpRoutes[key](httpEvent(route, key, sent), lambdaContext()),
        (answered) => aroundRequest(sent, answered),
      );
      const { statusCode = 500, headers = {}, cookies = [], body } = answer;
      if (statusCode >= 400) throw new Error(`${route} was answered with ${statusCode}: ${body}`);
      return { status: statusCode, headers, cookies, body: body ? JSON.parse(body) : undefined };
    },
  };
}

/** Whatever comes over a socket is in the access log; that it opens or ends is no message. */
function aroundFrame({ body: frame, requestContext }: SocketEvent, { body }: { body?: unknown }) {
  return {
    [isSocketLogRare ? 'rareLogGb' : 'logGb']: gigabytesLogged(socketAccessBytes),
    ...(requestContext.eventType === 'MESSAGE' && { frames: socketMessages(bytesOf(frame)) }),
    ...(body !== undefined && {
      answers: socketMessages(bytesOf(body)),
      trafficGb: gigabytes(bytesOf(body)),
    }),
  };
}

function aroundRequest({ body: asked }: HttpRequest, { body: answer }: APIGatewayProxyStructuredResultV2) {
  return {
    cdnRequests: 1,
    httpRequests: httpRequests(Math.max(bytesOf(asked), bytesOf(answer))),
    trafficGb: gigabytes(bytesOf(answer)),
    logGb: gigabytesLogged(httpAccessBytes),
  };
}

function bytesOf(text: unknown = ''): number {
  return Buffer.byteLength(String(text));
}
