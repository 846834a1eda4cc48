import type { Push } from '../chat/connection-ports.ts';
import { type ManagementApiSettings, managementApi } from './management-api.ts';

/** Within the second in which a socket has to be closed. */
const CLOSE_TIMEOUT_MS = 800;

/** Closes sockets through the Management API of an API Gateway stage, or of serverless-offline. */
export function closeAtApiGateway(settings: ManagementApiSettings): Push['close'] {
  const ask = managementApi(settings);
  return async (connectionId) => {
    const status = await ask({ method: 'DELETE', connectionId, timeoutMs: CLOSE_TIMEOUT_MS });
    if (status === undefined || status >= 300) return status === 410 ? 'gone' : 'failed';
    return 'closed';
  };
}
