import { type HttpProxy, type Passing, startHttpProxy, type Verdict } from './http-proxy.ts';

/** What a DynamoDB does that has trouble; shares are in [0, 1]. */
export interface Trouble {
  /** Refused because of too much load, with nothing done. */
  readonly throttled?: number;
  /** Done, and the answer never comes. */
  readonly unanswered?: number;
  /** Done, and the connection ends instead of an answer. */
  readonly cut?: number;
}

/** A DynamoDB that has trouble: every request goes through it, and it speaks DynamoDB's own words. */
export interface DatabaseProxy extends HttpProxy {
  become(trouble: Trouble): void;
  /** Is told of every request that gets through: its operation, such as `PutItem`, and its body. */
  onRequest(listener: (operation: string, body: string) => void): () => void;
}

const THROTTLED: Verdict = {
  status: 400,
  body: JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
    message: 'The level of configured provisioned throughput for the table was exceeded.',
  }),
};

/** @param chance in [0, 1), for each request */
export async function startDatabaseProxy(chance: () => number): Promise<DatabaseProxy> {
  let trouble: Trouble = {};
  const listeners = new Set<(operation: string, body: string) => void>();

  const decide = ({ headers, body }: Passing): Verdict => {
    const { throttled = 0, unanswered = 0, cut = 0 } = trouble;
    const drawn = chance();
    if (drawn < throttled) return THROTTLED;
    const operation = `${headers['x-amz-target']}`.split('.').at(-1) ?? '';
    for (const listener of listeners) listener(operation, body);
    if (drawn < throttled + unanswered) return 'keep the answer';
    return drawn < throttled + unanswered + cut ? 'cut the answer' : 'pass';
  };
  return {
    ...(await startHttpProxy(decide)),
    become(now) {
      trouble = now;
    },
    onRequest(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
