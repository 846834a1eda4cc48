import type { Context } from 'aws-lambda';
import type { AuditEvent, Caller } from '../chat/audit-ports.ts';
import type { Log, Metrics } from '../chat/ports.ts';
import { config } from '../config.ts';
import type { ErrorCode } from '../protocol/errors.ts';
import { logLine } from './log.ts';
import { collectMetrics } from './metrics.ts';

/** One run of a function, and what is known of it. Many run at once in one process: each has its own. */
export interface Invocation {
  readonly requestId: string;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Whence it is asked. */
  readonly caller: Caller;
  /** Notes who it is for, once that is certain: a name that is only claimed may be anything, even a password. */
  isFor(person: string): void;
  /** Notes what has been written down of an account. */
  audited(event: AuditEvent): void;
  /** Notes that it is answered with an error, or throws. One that is our fault is counted. */
  refuse(code: ErrorCode): void;
  /** Writes its one line of the log. */
  end(details?: { readonly status: number | undefined }): void;
}

/** What the gateway says of the event that is handled. */
export interface Received {
  readonly event: 'request' | 'frame' | 'handshake' | 'schedule';
  readonly route: string | undefined;
  /** By which the gateway's own log knows it. */
  readonly gatewayRequestId: string | undefined;
  readonly connectionId?: string | undefined;
  /** Who the connection is. */
  readonly person?: string | undefined;
  /** Left out where nobody needs to know. */
  readonly caller?: Caller;
  /** ms since 1970 */
  readonly at: number;
}

export function beginInvocation({ awsRequestId: requestId }: Context, received: Received): Invocation {
  const { stage } = config;
  const { event, route, gatewayRequestId, connectionId, caller = {}, at } = received;
  const metrics = collectMetrics();
  let { person } = received;
  let refused: ErrorCode | undefined;
  let audited: AuditEvent | undefined;

  return {
    requestId,
    metrics,
    caller,
    log: { warn: (warning, details) => logLine('warn', warning, { requestId, ...details }) },

    isFor(name) {
      person = name;
    },

    audited(happened) {
      audited = happened;
    },

    refuse(code) {
      refused = code;
      if (code === 'internal') metrics.add('InternalErrors', 1);
    },

    end({ status } = { status: undefined }) {
      logLine('info', event, {
        requestId,
        gatewayRequestId: gatewayRequestId === requestId ? undefined : gatewayRequestId,
        route,
        connectionId,
        person,
        status,
        refused,
        audited,
        ms: Date.now() - at,
        ...metrics.fields(stage),
      });
    },
  };
}

/** Lambda's context, and the invocation that middleware and handler share. */
export interface InvocationContext extends Context {
  readonly invocation: Invocation;
}

/** The function that begins an invocation for each event, and hands it on to the route. */
export function invoking<Event, Answer>(
  route: (event: Event, context: InvocationContext) => Promise<Answer>,
  received: (event: Event) => Received,
) {
  return async (event: Event, context: Context): Promise<Answer> => {
    const invocation = beginInvocation(context, received(event));
    // An object of its own even if a runtime hands the same context to several.
    return route(event, Object.assign(Object.create(context) as Context, { invocation }));
  };
}
