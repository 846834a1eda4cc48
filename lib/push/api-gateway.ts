import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { endpointOf } from '../aws/endpoint.ts';
import type { Push, PushOutcome } from '../chat/connection-ports.ts';
import type { Tracing } from '../tracing/xray.ts';

/** A device that takes longer is given up on; it finds what it missed in the log. */
const POST_TIMEOUT_MS = 500;

/** Once more after a throttle or a 5xx, within the same timeout. */
const MAX_ATTEMPTS = 2;

export interface ApiGatewaySettings {
  /** `https://…/<stage>` */
  readonly endpoint: string;
  readonly region: string;
  readonly tracing?: Tracing | undefined;
}

/** Posts frames through the Management API of an API Gateway stage, or of serverless-offline. */
export function apiGatewayPush({ endpoint, region, tracing }: ApiGatewaySettings): Pick<Push, 'post'> {
  const client = new ApiGatewayManagementApiClient({
    endpoint,
    endpointProvider: endpointOf('execute-api'),
    region,
    maxAttempts: MAX_ATTEMPTS,
  });
  if (tracing) client.middlewareStack.add(tracing, { step: 'initialize' });

  return {
    async post(connectionId, frame) {
      const command = new PostToConnectionCommand({
        ConnectionId: connectionId,
        Data: JSON.stringify(frame),
      });
      try {
        // Not the SDK's requestTimeout: that one does not end a request which hangs.
        await client.send(command, { abortSignal: AbortSignal.timeout(POST_TIMEOUT_MS) });
        return 'delivered';
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/**
 * Told by the status alone: serverless-offline answers 410 without a body, and the error's name is then not
 * GoneException.
 */
function outcomeOf(error: unknown): PushOutcome {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status === 410 ? 'gone' : 'failed';
}
