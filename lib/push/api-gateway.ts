import type { Push } from '../chat/connection-ports.ts';
import { type ManagementApiSettings, managementApi } from './management-api.ts';

/** A device that takes longer is given up on; it finds what it missed in the log. */
const POST_TIMEOUT_MS = 500;

/** Posts frames through the Management API of an API Gateway stage, or of serverless-offline. */
export function apiGatewayPush(settings: ManagementApiSettings): Pick<Push, 'post'> {
  const ask = managementApi(settings);
  return {
    async post(connectionId, frame) {
      const body = JSON.stringify(frame);
      const status = await ask({ method: 'POST', connectionId, body, timeoutMs: POST_TIMEOUT_MS });
      if (status === undefined || status >= 300) return status === 410 ? 'gone' : 'failed';
      return 'delivered';
    },
  };
}
