import type { Context } from 'aws-lambda';
import { failureOf } from './failure.ts';
import { beginInvocation, type Invocation } from './invocation.ts';

/** The function behind a schedule: it has nobody to answer, writes one line, and fails if its work does. */
export function scheduledRoute(name: string, work: (invocation: Invocation) => Promise<void>) {
  return async (_: unknown, context: Context): Promise<void> => {
    const invocation = beginInvocation(context, {
      event: 'schedule',
      route: name,
      gatewayRequestId: undefined,
      at: Date.now(),
    });
    try {
      await work(invocation);
    } catch (error) {
      failureOf(error, invocation);
      throw error;
    } finally {
      invocation.end();
    }
  };
}
