import { type AwsCredentials, signedHeaders } from '../aws/signed-headers.ts';
import type { CloseOutcome, Push } from '../chat/connection-ports.ts';

/** As long as a post may take: one that is tried twice still ends within the second in which a socket has to be closed. */
const CLOSE_TIMEOUT_MS = 400;
const MAX_ATTEMPTS = 2;

/**
 * Closes sockets through the Management API of an API Gateway stage, or of serverless-offline.
 *
 * One signed request instead of its client, which functions that post nothing have no room for.
 * @param endpoint `https://…/<stage>`
 */
export function closeAtApiGateway(
  endpoint: string,
  region: string,
  credentials?: AwsCredentials,
): Push['close'] {
  return async (connectionId) => {
    const address = new URL(`${endpoint}/@connections/${encodeURIComponent(connectionId)}`);
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
      const outcome = await closeOnce(address, region, credentials);
      if (outcome !== 'failed') return outcome;
    }
    return closeOnce(address, region, credentials);
  };
}

async function closeOnce(
  address: URL,
  region: string,
  credentials: AwsCredentials | undefined,
): Promise<CloseOutcome> {
  try {
    const headers = await signedHeaders({
      service: 'execute-api',
      region,
      method: 'DELETE',
      address,
      credentials,
    });
    const signal = AbortSignal.timeout(CLOSE_TIMEOUT_MS);
    const response = await fetch(address, { method: 'DELETE', headers, signal });
    await response.body?.cancel();
    if (response.ok) return 'closed';
    return response.status === 410 ? 'gone' : 'failed';
  } catch {
    return 'failed';
  }
}
