import type { CloseOutcome, Push } from '../chat/connection-ports.ts';
import { askManagementApi, type ManagementApi } from './ask-management-api.ts';

/** As long as a post may take: one that is tried twice still ends within the second in which a socket has to be closed. */
const CLOSE_TIMEOUT_MS = 400;
const MAX_ATTEMPTS = 2;

/** Closes sockets through the Management API of an API Gateway stage, or of serverless-offline. */
export function closeAtApiGateway(api: ManagementApi): Push['close'] {
  return async (connectionId) => {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await closeOnce(api, connectionId);
      if (outcome !== 'failed' || attempt === MAX_ATTEMPTS) return outcome;
    }
  };
}

async function closeOnce(api: ManagementApi, connectionId: string): Promise<CloseOutcome> {
  const status = await askManagementApi(api, { method: 'DELETE', connectionId, timeoutMs: CLOSE_TIMEOUT_MS });
  if (status === 410) return 'gone';
  return status !== undefined && status < 300 ? 'closed' : 'failed';
}
