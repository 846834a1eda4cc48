import type { Push } from '../chat/connection-ports.ts';
import { askManagementApi, type ManagementApi } from './ask-management-api.ts';

/** As long as a post of the others may take. */
const POST_TIMEOUT_MS = 500;

/** Posts frames through the Management API of an API Gateway stage, or of serverless-offline, now and then. */
export function postAtApiGateway(api: ManagementApi): Push['post'] {
  return async (connectionId, frame) => {
    const body = JSON.stringify(frame);
    const status = await askManagementApi(api, {
      method: 'POST',
      connectionId,
      body,
      timeoutMs: POST_TIMEOUT_MS,
    });
    if (status === 410) return 'gone';
    // One that fails finds what it missed in the log.
    return status !== undefined && status < 300 ? 'delivered' : 'failed';
  };
}
