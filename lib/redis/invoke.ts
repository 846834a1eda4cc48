import type { Context } from 'aws-lambda';
import type { Event } from './job.ts';

type Handler = (event: never, context: Context) => Promise<unknown>;

/** The handlers by their routes: functions/routes.ts. */
export interface Routes {
  readonly httpRoutes: Readonly<Record<string, Handler>>;
  readonly socketRoutes: Readonly<Record<string, Handler>>;
  readonly socketAuthorizer: Handler;
  /** Those that are asked for by the clock. */
  readonly hourly: Readonly<Record<string, Handler>>;
}

const DEFAULT = '$default';

/** Calls the handler that API Gateway would call. */
export function invoke(routes: Routes, { kind, event }: Event, id: string): Promise<unknown> {
  const context = { awsRequestId: id } as Context;
  switch (kind) {
    case 'authorizer':
      return routes.socketAuthorizer(event as never, context);
    case 'http': {
      const { method, path } = event.requestContext.http;
      const routeKey = routeIn(routes.httpRoutes, `${method} ${path}`);
      const routed = {
        ...event,
        routeKey,
        requestContext: { ...event.requestContext, routeKey, requestId: id },
      };
      return (routes.httpRoutes[routeKey] as Handler)(routed as never, context);
    }
    case 'socket': {
      const { eventType } = event.requestContext;
      const wanted = eventType === 'MESSAGE' ? actionOf(event.body) : `$${eventType.toLowerCase()}`;
      const routeKey = routeIn(routes.socketRoutes, wanted);
      const routed = {
        ...event,
        requestContext: { ...event.requestContext, routeKey, requestId: id },
      };
      return (routes.socketRoutes[routeKey] as Handler)(routed as never, context);
    }
  }
}

function routeIn(routes: Routes['httpRoutes'], wanted: string): string {
  return Object.hasOwn(routes, wanted) ? wanted : DEFAULT;
}

/** What `$request.body.action` is; of a frame that is no JSON, nothing. */
function actionOf(body: unknown): string {
  try {
    const { action } = Object(JSON.parse(String(body)));
    // The lifecycle's routes are the gateway's own.
    return typeof action === 'string' && !action.startsWith('$') ? action : DEFAULT;
  } catch {
    return DEFAULT;
  }
}
