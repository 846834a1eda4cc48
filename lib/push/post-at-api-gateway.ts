import { signedHeaders } from '../aws/signed-headers.ts';
import type { Push } from '../chat/connection-ports.ts';

/** As long as a post of the others may take. */
const POST_TIMEOUT_MS = 500;

/**
 * Posts frames through the Management API of an API Gateway stage, or of serverless-offline.
 *
 * One signed request instead of its client, for functions that tell devices of something now and then and have no room for
 * that. Where each message is posted, the client keeps its connections open for longer.
 * @param endpoint `https://…/<stage>`
 */
export function postAtApiGateway(endpoint: string, region: string): Push['post'] {
  return async (connectionId, frame) => {
    const address = new URL(`${endpoint}/@connections/${encodeURIComponent(connectionId)}`);
    const body = JSON.stringify(frame);
    try {
      const headers = await signedHeaders({ service: 'execute-api', region, method: 'POST', address, body });
      const signal = AbortSignal.timeout(POST_TIMEOUT_MS);
      const response = await fetch(address, { method: 'POST', headers, body, signal });
      await response.body?.cancel();
      if (response.ok) return 'delivered';
      return response.status === 410 ? 'gone' : 'failed';
    } catch {
      // Whatever it is: the device finds what it missed in the log.
      return 'failed';
    }
  };
}
